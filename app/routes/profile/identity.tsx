import { countryPack } from '#app/domain/countries/index.ts'
import { identityForm } from '#app/domain/profile/profile-forms.ts'
import { readIdentity, saveIdentity } from '#app/domain/profile/save-identity.server.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Flash } from '#app/ui/flash.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import type { Route } from './+types/identity'
import { IdentityFields, UnderageNote } from './identity-fields.tsx'
import { readIdentityForm } from './identity-form.server.ts'
import { changeOf, openStep, saveStep, shownAgain, target } from './step.server.ts'
import { fieldText, StepPage } from './step-page.tsx'

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, viewer } = context
    const { profile, as, base } = await openStep(context, args.params)
    const pack = countryPack(profile.country)
    return {
      base,
      as,
      version: profile.version,
      stored: await readIdentity(services.db, viewer, target(args.params)),
      phoneExample: pack.phone.example,
      childProtection: pack.childProtection,
      year: services.now().getUTCFullYear(),
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async (context) => {
    const form = await args.request.formData()
    const { profile, base } = await openStep(context, args.params)
    const read = readIdentityForm(form, identityForm, profile.country, context)
    if (!read.ok) return shownAgain(read.result)
    const { version, ...input } = read.value
    return saveStep(context, form, base, (deps) =>
      saveIdentity(deps, changeOf(context, args.params, version), input),
    )
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('profile.identity.title') }) }]
}

export default function Identity({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const { base, as, version, childProtection } = loaderData
  return (
    <StepPage
      title={t('profile.identity.title')}
      intro={as === 'counsellor' ? undefined : t('profile.identity.intro')}
      back={base}
      result={actionData}
    >
      {actionData?.underage && <UnderageNote childProtection={childProtection} />}
      <Flash live={false}>
        {t(as === 'counsellor' ? 'profile.identity.whoCounsellor' : 'profile.identity.who')}
      </Flash>
      <form method="post" noValidate className="stack">
        <HiddenField name="version" value={fieldText(actionData, 'version', version)} />
        <IdentityFields shown={loaderData} result={actionData} />
        <div className="actions">
          <Button variant="primary">{t('profile.identity.save')}</Button>
        </div>
      </form>
    </StepPage>
  )
}
