import { redirect } from 'react-router'
import { FieldErrors } from '#app/domain/errors.ts'
import { radii } from '#app/domain/profile/profile.ts'
import { placeForm } from '#app/domain/profile/profile-forms.ts'
import { savePlace } from '#app/domain/profile/save-place.server.ts'
import { formatKm } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useLocale, usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusedForm, refusing } from '#app/server/forms.server.ts'
import { type PageContext, page } from '#app/server/page.server.ts'
import { Button, DefaultSubmit } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Fields } from '#app/ui/fieldset.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { SearchSelect } from '#app/ui/search-select.tsx'
import { readSearchSelect } from '#app/ui/search-select-form.ts'
import { fromFlag } from '#db/codec.ts'
import { Suggestions } from '../search/suggestions.tsx'
import type { Route } from './+types/place'
import { type Picker, searchResults } from './picker.server.ts'
import { pickerWords } from './picker-words.ts'
import {
  basePath,
  changeOf,
  openStep,
  profileDeps,
  type StepResult,
  shownAgain,
} from './step.server.ts'
import { fieldText, fieldTicked, StepPage } from './step-page.tsx'

function placeItem({ services, locale }: PageContext, id: string | null | undefined) {
  const place = id ? services.reference.place(id) : null
  return place ? [{ value: place.id, label: place.names[locale] }] : []
}

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { profile, base } = await openStep(context, args.params)
    const picker: Picker = {
      query: '',
      results: null,
      chosen: placeItem(context, profile.place_id),
    }
    return {
      base,
      version: profile.version,
      picker,
      radius: profile.radius_km ?? 25,
      relocate: fromFlag(profile.relocate),
      remote: fromFlag(profile.remote),
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async (context) => {
    const { services, t } = context
    const form = await args.request.formData()
    const asked = readSearchSelect(form, 'place', { single: true })
    const shown = (result: StepResult, status: number) =>
      shownAgain(
        {
          ...result,
          picker: {
            query: asked.query,
            results: searchResults(context, 'place', asked.query),
            chosen: placeItem(context, asked.chosen[0]),
          },
        },
        status,
      )
    if (asked.asked) return shown(refusedForm(form, new FieldErrors({}), t), 200)
    const parsed = parseForm(form, placeForm, t)
    if (!parsed.ok) return shown(parsed.result, 422)
    const { version, ...input } = parsed.value
    const saved = await refusing(form, t, () =>
      savePlace(profileDeps(services), changeOf(context, args.params, version), input),
    )
    if (!saved.ok) return shown(saved.result, 422)
    services.index.wake()
    return redirect(basePath(context, args.params), { headers: flashHeaders('saved') })
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('profile.place.title') }) }]
}

export default function Place({ loaderData: stored, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const locale = useLocale()
  const picker = actionData?.picker ?? stored.picker
  const errors = actionData?.errors ?? {}
  return (
    <StepPage
      title={t('profile.place.title')}
      intro={t('profile.place.intro')}
      back={stored.base}
      result={actionData}
    >
      <form method="post" noValidate className="stack">
        <DefaultSubmit />
        <HiddenField name="version" value={fieldText(actionData, 'version', stored.version)} />
        <Fields>
          <SearchSelect
            name="place"
            label={t('profile.place.place')}
            searchLabel={t('profile.place.search')}
            query={picker.query}
            results={picker.results}
            chosen={picker.chosen}
            words={pickerWords(t)}
            suggestUrl={path('/suggest/place')}
            errors={errors.place}
          />
          <RadioGroup
            name="radius"
            label={t('profile.place.radius')}
            inline
            options={radii.map((km) => ({ value: String(km), label: formatKm(locale, km) }))}
            defaultValue={fieldText(actionData, 'radius', stored.radius)}
            errors={errors.radius}
          />
          <Checkbox
            name="relocate"
            label={t('profile.place.relocate')}
            defaultChecked={fieldTicked(actionData, 'relocate', stored.relocate)}
          />
          <Checkbox
            name="remote"
            label={t('profile.place.remote')}
            defaultChecked={fieldTicked(actionData, 'remote', stored.remote)}
          />
        </Fields>
        <div className="actions">
          <Button variant="primary">{t('profile.place.save')}</Button>
        </div>
      </form>
      <Suggestions />
    </StepPage>
  )
}
