import { redirect } from 'react-router'
import { z } from 'zod'
import { deleteProfile } from '#app/domain/profile/delete-profile.server.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, unprocessable } from '#app/server/forms.server.ts'
import { page } from '#app/server/page.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Flash } from '#app/ui/flash.tsx'
import type { Route } from './+types/delete'
import { openStep, profileDeps, target } from './step.server.ts'
import { StepPage } from './step-page.tsx'

const deleteForm = z.object({ sure: z.literal('on', 'profile.errors.confirmDelete') })

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { profile, as, base } = await openStep(context, args.params)
    return {
      base,
      code: profile.code,
      published: profile.status === 'published',
      mayDelete: as === 'person' || profile.user_id === null,
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async (context) => {
    const { services, viewer, t, locale } = context
    const parsed = parseForm(await args.request.formData(), deleteForm, t)
    if (!parsed.ok) return unprocessable(parsed.result)
    await deleteProfile(profileDeps(services), viewer, target(args.params))
    services.index.wake()
    const path = localePath(locale, args.params.profileId ? '/counsellor' : '/profile')
    return redirect(path, { headers: flashHeaders('deleted') })
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('profile.delete.title') }) }]
}

export default function Delete({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const { base, code, published, mayDelete } = loaderData
  return (
    <StepPage
      title={t('profile.delete.title')}
      intro={<bdi dir="ltr">{code}</bdi>}
      back={base}
      result={actionData}
    >
      {mayDelete ? (
        <>
          <div className="prose">
            <p>{t('profile.delete.intro')}</p>
            <ul>
              <li>{t('profile.delete.points.identity')}</li>
              <li>{t('profile.delete.points.parts')}</li>
              <li>{t('profile.delete.points.search')}</li>
            </ul>
          </div>
          {published && <Flash live={false}>{t('profile.delete.pauseInstead')}</Flash>}
          <form method="post" noValidate className="stack">
            <Checkbox
              name="sure"
              label={t('profile.delete.confirmLabel')}
              errors={actionData?.errors.sure}
            />
            <div className="actions">
              <Button variant="danger" icon="trash">
                {t('profile.delete.button')}
              </Button>
              <ButtonLink href={base}>{t('profile.delete.keep')}</ButtonLink>
            </div>
          </form>
        </>
      ) : (
        <Flash tone="attention" live={false}>
          {t('profile.delete.notYours')}
        </Flash>
      )}
    </StepPage>
  )
}
