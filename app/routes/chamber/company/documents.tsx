import { data, redirect } from 'react-router'
import { z } from 'zod'
import { addDocument, removeDocument } from '#app/domain/company/change-documents.server.ts'
import { documentEntry, documentKinds } from '#app/domain/company/record.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { id } from '#app/domain/fields.ts'
import { formatDay } from '#app/i18n/format.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useLocale, usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusing } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Section } from '#app/ui/page.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { documentsOf } from '#db/queries/company-record.ts'
import { formState } from '../../company/form-state.ts'
import type { Route } from './+types/documents'
import { CompanyPage } from './company-page.tsx'
import { openCompany } from './frame.server.ts'

const intents = z.enum(['add', 'remove'])

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { company, frame } = await openCompany(context, args.params.companyId)
    return { frame, documents: await documentsOf(context.services.db, company.id) }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async (context) => {
    const { services, viewer, locale, t, request } = context
    const { db, open, reference } = services
    const { companyId } = args.params
    const form = await request.formData()
    const intent = intents.safeParse(form.get('intent'))
    if (!intent.success) throw new ExpectedError('invalid')
    // Nothing of a file is looked at for somebody who may not add one.
    await openCompany(context, companyId)
    const who = signedIn(viewer)
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    const here = localePath(locale, `/chamber/companies/${companyId}/documents`)
    if (intent.data === 'remove') {
      const parsed = parseForm(form, z.object({ documentId: id }), t)
      if (!parsed.ok) throw new ExpectedError('invalid')
      await removeDocument(deps, who, companyId, parsed.value.documentId)
      return redirect(here, { headers: flashHeaders('deleted') })
    }
    const file = form.get('file')
    form.delete('file')
    const parsed = parseForm(form, documentEntry, t)
    if (!parsed.ok) return data(parsed.result, { status: 422 })
    const sent = file instanceof File ? file : null
    const bytes = sent ? new Uint8Array(await sent.arrayBuffer()) : new Uint8Array()
    const done = await refusing(form, t, () =>
      addDocument(deps, who, companyId, { ...parsed.value, fileName: sent?.name ?? '', bytes }),
    )
    if (!done.ok) return data(done.result, { status: 422 })
    return redirect(here, { headers: flashHeaders('saved') })
  })
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  const title = `${t('relation.tabs.documents')} · ${loaderData?.frame.name ?? ''}`
  return [{ title: t('common.pageTitle', { title }) }]
}

export default function CompanyDocuments({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const locale = useLocale()
  const { frame, documents } = loaderData
  const form = formState(actionData)
  const base = path(`/chamber/companies/${frame.id}/documents`)
  return (
    <CompanyPage frame={frame} current="documents">
      {documents.length === 0 ? (
        <EmptyState
          icon="document"
          title={t('relation.documents.empty')}
          text={t('relation.documents.emptyText')}
        />
      ) : (
        <ul className="rows">
          {documents.map((one) => (
            <li key={one.id} className="row">
              <div className="row-text">
                <a href={`${base}/${one.id}`} dir="auto">
                  {one.title}
                </a>
                <p className="hint">
                  {t(`relation.documents.kinds.${one.kind}`)} · {formatDay(locale, one.created_at)}
                </p>
              </div>
              <Dialog
                id={`remove-${one.id}`}
                openLabel={t('common.actions.remove')}
                openSize="small"
                openVariant="danger"
                openAriaLabel={`${t('common.actions.remove')} : ${one.title}`}
                title={t('relation.documents.removeTitle')}
                closeLabel={t('common.actions.cancel')}
                actions={
                  <form method="post">
                    <HiddenField name="intent" value="remove" />
                    <HiddenField name="documentId" value={one.id} />
                    <Button variant="danger">{t('relation.documents.removeButton')}</Button>
                  </form>
                }
              >
                <p dir="auto">{one.title}</p>
              </Dialog>
            </li>
          ))}
        </ul>
      )}
      <Section title={t('relation.documents.add')} id="new">
        <form method="post" encType="multipart/form-data" noValidate className="fields max-w-form">
          <ErrorSummary title={t('common.errorSummary')} errors={form.summary} />
          <HiddenField name="intent" value="add" />
          <TextField
            name="title"
            label={t('relation.documents.title')}
            hint={t('relation.documents.titleHint')}
            defaultValue={form.value('title')}
            errors={form.errors('title')}
            maxLength={120}
            autoComplete="off"
          />
          <RadioGroup
            name="kind"
            label={t('relation.documents.kind')}
            inline
            options={documentKinds.map((kind) => ({
              value: kind,
              label: t(`relation.documents.kinds.${kind}`),
            }))}
            defaultValue={form.value('kind') ?? 'registration'}
            errors={form.errors('kind')}
          />
          <FileField
            name="file"
            label={t('relation.documents.file')}
            hint={t('relation.documents.fileHint')}
            accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx"
            errors={form.errors('file')}
          />
          <div className="actions">
            <Button icon="upload">{t('relation.documents.addButton')}</Button>
          </div>
        </form>
      </Section>
    </CompanyPage>
  )
}
