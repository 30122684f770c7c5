import { redirect } from 'react-router'
import { enterProfile } from '#app/domain/counsellor/enter-profile.server.ts'
import { ownProgrammes } from '#app/domain/counsellor/list-profiles.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { newIdentityForm } from '#app/domain/profile/profile-forms.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { refusing } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Flash } from '#app/ui/flash.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { IdentityFields, UnderageNote } from '../profile/identity-fields.tsx'
import { readIdentityForm } from '../profile/identity-form.server.ts'
import { profileDeps, sent, shownAgain } from '../profile/step.server.ts'
import { fieldText, StepPage } from '../profile/step-page.tsx'
import type { Route } from './+types/new-profile'

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer }) => {
    const programmes = await ownProgrammes(services.db, viewer)
    const [first] = programmes
    if (!first) throw new ExpectedError('not-found')
    const pack = countryPack(first.country)
    return {
      programmes: programmes.map(({ id, name }) => ({ value: id, label: name })),
      first: first.id,
      stored: null,
      phoneExample: pack.phone.example,
      childProtection: pack.childProtection,
      year: services.now().getUTCFullYear(),
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async (context) => {
    const { services, viewer, t, locale } = context
    const form = await args.request.formData()
    const programmes = await ownProgrammes(services.db, viewer)
    const programme = programmes.find((one) => one.id === sent(form, 'programme'))
    if (!programme) throw new ExpectedError('not-found')
    const read = readIdentityForm(form, newIdentityForm, programme.country, context)
    if (!read.ok) return shownAgain(read.result)
    const { programme: programmeId, ...input } = read.value
    const entered = await refusing(form, t, () =>
      enterProfile(profileDeps(services), signedIn(viewer), programmeId, input),
    )
    if (!entered.ok) return shownAgain(entered.result)
    return redirect(localePath(locale, `/counsellor/profiles/${entered.value}`), {
      headers: flashHeaders('saved'),
    })
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('counsellor.newProfile.title') }) }]
}

export default function NewProfile({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { programmes, first, childProtection } = loaderData
  return (
    <StepPage
      title={t('counsellor.newProfile.title')}
      intro={t('counsellor.newProfile.intro')}
      back={path('/counsellor')}
      backLabel={t('counsellor.title')}
      result={actionData}
    >
      {actionData?.underage && <UnderageNote childProtection={childProtection} />}
      <Flash live={false}>{t('profile.identity.whoCounsellor')}</Flash>
      <form method="post" noValidate className="stack">
        {programmes.length > 1 ? (
          <SelectField
            name="programme"
            label={t('counsellor.newProfile.programme')}
            options={programmes}
            defaultValue={fieldText(actionData, 'programme', first)}
          />
        ) : (
          <HiddenField name="programme" value={first} />
        )}
        <IdentityFields shown={loaderData} result={actionData} />
        <div className="actions">
          <Button variant="primary">{t('counsellor.newProfile.button')}</Button>
        </div>
      </form>
    </StepPage>
  )
}
