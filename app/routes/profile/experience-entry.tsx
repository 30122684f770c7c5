import { redirect } from 'react-router'
import { countryOptions } from '#app/domain/countries/names.ts'
import { ExpectedError, FieldErrors } from '#app/domain/errors.ts'
import { id as idSchema, version as versionSchema } from '#app/domain/fields.ts'
import { experienceForm } from '#app/domain/profile/profile-forms.ts'
import { removeExperience, saveExperience } from '#app/domain/profile/save-experience.server.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useLocale, usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusedForm, refusing } from '#app/server/forms.server.ts'
import { page } from '#app/server/page.server.ts'
import { Button, DefaultSubmit } from '#app/ui/button.tsx'
import { Fields } from '#app/ui/fieldset.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { SearchSelect } from '#app/ui/search-select.tsx'
import { readSearchSelect } from '#app/ui/search-select-form.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { experienceOf } from '#db/queries/profile.ts'
import { Suggestions } from '../search/suggestions.tsx'
import type { Route } from './+types/experience-entry'
import { conceptItems, type Picker, searchResults } from './picker.server.ts'
import { pickerWords } from './picker-words.ts'
import {
  basePath,
  changeOf,
  openStep,
  profileDeps,
  type StepResult,
  saveStep,
  sent,
  shownAgain,
} from './step.server.ts'
import { fieldText, StepPage } from './step-page.tsx'

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, locale } = context
    const { experienceId } = args.params
    const { profile, base } = await openStep(context, args.params)
    if (experienceId !== 'new' && !idSchema.safeParse(experienceId).success) {
      throw new ExpectedError('not-found')
    }
    const stored =
      experienceId === 'new' ? null : await experienceOf(services.db, profile.id, experienceId)
    if (stored === undefined) throw new ExpectedError('not-found')
    const picker: Picker = {
      query: '',
      results: null,
      chosen: conceptItems(context, 'occupation', [stored?.occupation_uri ?? '']),
    }
    return {
      base,
      version: profile.version,
      isNew: stored === null,
      picker,
      ownWords: stored?.own_words,
      country: stored?.country,
      sector: stored?.sector,
      years: stored && stored.months >= 12 ? Math.floor(stored.months / 12) : null,
      months: stored && stored.months % 12 > 0 ? stored.months % 12 : null,
      endYear: stored?.end_year,
      description: stored?.description,
      sectors: services.reference.sectors
        .filter((sector) => sector.level === 'section' || sector.code === stored?.sector)
        .map((sector) => ({ value: sector.code, label: sector.names[locale] })),
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async (context) => {
    const { services, t } = context
    const { experienceId } = args.params
    if (experienceId !== 'new' && !idSchema.safeParse(experienceId).success) {
      throw new ExpectedError('not-found')
    }
    const form = await args.request.formData()
    // A search in the picker names no intent; anything else names one of ours.
    if (!['', 'save', 'remove'].includes(sent(form, 'intent'))) throw new ExpectedError('invalid')
    const list = `${basePath(context, args.params)}/experience`
    if (sent(form, 'intent') === 'remove' && experienceId !== 'new') {
      const version = versionSchema.safeParse(sent(form, 'version'))
      if (!version.success) throw new ExpectedError('invalid')
      return saveStep(context, form, list, (deps) =>
        removeExperience(deps, changeOf(context, args.params, version.data), experienceId),
      )
    }
    const asked = readSearchSelect(form, 'occupation', { single: true })
    // Saved again with the same words and nothing chosen from the list: then the words are the answer.
    const insists =
      sent(form, 'intent') === 'save' &&
      asked.query !== '' &&
      asked.query === sent(form, 'searched')
    const typed = sent(form, 'occupation-query').trim().slice(0, 120)
    const label = services.reference.label(asked.chosen[0] ?? '', context.locale)
    const tellsMore = !label.toLowerCase().includes(typed.toLowerCase())
    const added = form.has('occupation-add') && tellsMore
    if (typed && !sent(form, 'ownWords') && (insists || added)) {
      form.set('ownWords', typed)
    }
    const shown = (result: StepResult, status: number) =>
      shownAgain(
        {
          ...result,
          picker: {
            query: asked.query,
            results: searchResults(context, 'occupation', asked.query),
            chosen: conceptItems(context, 'occupation', asked.chosen),
          },
        },
        status,
      )
    if (asked.asked && !insists) return shown(refusedForm(form, new FieldErrors({}), t), 200)
    const parsed = parseForm(form, experienceForm, t)
    if (!parsed.ok) return shown(parsed.result, 422)
    const { version, ...input } = parsed.value
    const saved = await refusing(form, t, () =>
      saveExperience(
        profileDeps(services),
        changeOf(context, args.params, version),
        experienceId,
        input,
      ),
    )
    if (!saved.ok) return shown(saved.result, 422)
    services.index.wake()
    return redirect(list, { headers: flashHeaders(saved.value.paused ? 'paused' : 'saved') })
  })
}

const title = (t: ReturnType<typeof translator>, isNew: boolean) =>
  t(isNew ? 'profile.experience.newTitle' : 'profile.experience.editTitle')

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: title(t, params.experienceId === 'new') }) }]
}

export default function ExperienceEntry({ loaderData: stored, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const locale = useLocale()
  const result = actionData
  const picker = result?.picker ?? stored.picker
  const errors = result?.errors ?? {}
  return (
    <StepPage
      title={title(t, stored.isNew)}
      back={`${stored.base}/experience`}
      backLabel={t('profile.experience.title')}
      result={result}
    >
      <form method="post" noValidate className="stack">
        <DefaultSubmit name="intent" value="save" />
        <HiddenField name="version" value={fieldText(result, 'version', stored.version)} />
        {picker.query && <HiddenField name="searched" value={picker.query} />}
        <Fields>
          <SearchSelect
            name="occupation"
            label={t('profile.experience.occupation')}
            hint={t('profile.experience.occupationHint')}
            searchLabel={t('profile.experience.occupationSearch')}
            query={picker.query}
            results={picker.results}
            chosen={picker.chosen}
            words={pickerWords(t)}
            suggestUrl={path('/suggest/occupation')}
            errors={errors.occupation}
          />
          <TextField
            name="ownWords"
            label={t('profile.experience.ownWords')}
            mark={t('common.optional')}
            hint={t('profile.experience.ownWordsHint')}
            defaultValue={fieldText(result, 'ownWords', stored.ownWords)}
            maxLength={120}
            errors={errors.ownWords}
          />
          <Fields columns>
            <NumberField
              name="years"
              label={t('profile.experience.years')}
              defaultValue={fieldText(result, 'years', stored.years)}
              errors={errors.years}
            />
            <NumberField
              name="months"
              label={t('profile.experience.months')}
              defaultValue={fieldText(result, 'months', stored.months)}
              errors={errors.months}
            />
          </Fields>
          <NumberField
            name="endYear"
            label={t('profile.experience.endYear')}
            hint={t('profile.experience.endYearHint')}
            defaultValue={fieldText(result, 'endYear', stored.endYear)}
            errors={errors.endYear}
          />
          <SelectField
            name="country"
            label={t('profile.experience.country')}
            mark={t('common.optional')}
            hint={t('profile.experience.countryHint')}
            emptyLabel={t('profile.experience.choose')}
            options={countryOptions(locale).map(({ code, name }) => ({ value: code, label: name }))}
            defaultValue={fieldText(result, 'country', stored.country)}
            errors={errors.country}
          />
          <SelectField
            name="sector"
            label={t('profile.experience.sector')}
            mark={t('common.optional')}
            emptyLabel={t('profile.experience.choose')}
            options={stored.sectors}
            defaultValue={fieldText(result, 'sector', stored.sector)}
            errors={errors.sector}
          />
          <TextArea
            name="description"
            label={t('profile.experience.description')}
            mark={t('common.optional')}
            hint={t('profile.experience.descriptionHint')}
            rows={3}
            maxLength={1000}
            defaultValue={fieldText(result, 'description', stored.description)}
            errors={errors.description}
          />
        </Fields>
        <div className="actions">
          <Button variant="primary" name="intent" value="save">
            {t('profile.experience.save')}
          </Button>
          {!stored.isNew && (
            <Button variant="danger" icon="trash" name="intent" value="remove" formNoValidate>
              {t('profile.experience.remove')}
            </Button>
          )}
        </div>
      </form>
      <Suggestions />
    </StepPage>
  )
}
