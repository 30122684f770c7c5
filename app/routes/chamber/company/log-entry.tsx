import { data, redirect } from 'react-router'
import { z } from 'zod'
import { ExpectedError } from '#app/domain/errors.ts'
import { editContact, mendable, removeEngagement } from '#app/domain/relation/log-contact.server.ts'
import { contactLog } from '#app/domain/relation/relation.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusing } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Page } from '#app/ui/page.tsx'
import { toDay } from '#db/codec.ts'
import { formState } from '../../company/form-state.ts'
import type { Route } from './+types/log-entry'
import { openCompany } from './frame.server.ts'
import { LogForm } from './log-form.tsx'

const intents = z.enum(['edit', 'remove'])

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, viewer } = context
    const { companyId, engagementId } = args.params
    const { frame } = await openCompany(context, companyId)
    const now = services.now()
    const { entry } = await mendable(services.db, now, signedIn(viewer), companyId, engagementId)
    return {
      frame,
      today: toDay(now),
      stored: {
        kind: entry.kind,
        outcome: entry.outcome,
        note: entry.note ?? '',
        onDay: entry.on_day,
      },
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, locale, t, request }) => {
    const { db, open, reference } = services
    const { companyId, engagementId } = args.params
    const form = await request.formData()
    const intent = intents.safeParse(form.get('intent'))
    if (!intent.success) throw new ExpectedError('invalid')
    const who = signedIn(viewer)
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    const back = localePath(locale, `/chamber/companies/${companyId}`)
    if (intent.data === 'remove') {
      await removeEngagement(deps, who, companyId, engagementId)
      return redirect(back, { headers: flashHeaders('deleted') })
    }
    const parsed = parseForm(form, contactLog, t)
    if (!parsed.ok) return data(parsed.result, { status: 422 })
    const done = await refusing(form, t, () =>
      editContact(deps, who, companyId, engagementId, parsed.value),
    )
    if (!done.ok) return data(done.result, { status: 422 })
    return redirect(back, { headers: flashHeaders('saved') })
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('relation.log.mendTitle') }) }]
}

export default function CompanyLogEntry({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { frame } = loaderData
  return (
    <Page
      title={t('relation.log.mendTitle')}
      intro={t('relation.log.mendIntro')}
      back={{ href: path(`/chamber/companies/${frame.id}`), label: frame.name }}
      width="form"
    >
      <LogForm
        form={formState(actionData, loaderData.stored)}
        today={loaderData.today}
        button={t('relation.log.saveMended')}
        intent="edit"
      />
      <div className="actions">
        <Dialog
          id="remove"
          openLabel={t('relation.log.remove')}
          openVariant="danger"
          title={t('relation.log.removeTitle')}
          closeLabel={t('common.actions.cancel')}
          actions={
            <form method="post">
              <HiddenField name="intent" value="remove" />
              <Button variant="danger">{t('relation.log.remove')}</Button>
            </form>
          }
        />
      </div>
    </Page>
  )
}
