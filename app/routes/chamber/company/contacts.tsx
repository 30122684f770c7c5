import { data, redirect } from 'react-router'
import { z } from 'zod'
import { removeContact, saveContact } from '#app/domain/company/change-contacts.server.ts'
import { contactEntry } from '#app/domain/company/record.ts'
import { type CountryCode, countryPack } from '#app/domain/countries/index.ts'
import { formatPhone } from '#app/domain/countries/phone.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { id } from '#app/domain/fields.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusing } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Section } from '#app/ui/page.tsx'
import { contactsOf } from '#db/queries/company-record.ts'
import { formState } from '../../company/form-state.ts'
import type { Route } from './+types/contacts'
import { CompanyPage } from './company-page.tsx'
import { ContactCard, ContactForm } from './contact-forms.tsx'
import { openCompany } from './frame.server.ts'
import { refuseUnseen } from './unseen-fields.ts'

const intents = z.enum(['save', 'remove'])

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { company, frame } = await openCompany(context, args.params.companyId)
    const contacts = await contactsOf(context.services.db, company.id)
    const { phone } = countryPack(company.country as CountryCode)
    return {
      frame,
      contacts: contacts.map((one) => ({
        id: one.id,
        version: one.version,
        name: one.name,
        position: one.position,
        email: one.email,
        phone: one.phone,
        phoneLabel: one.phone ? formatPhone(phone, one.phone) : null,
        consent: one.consent,
        consentDay: one.consent_at?.slice(0, 10) ?? null,
      })),
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, locale, t, request }) => {
    const { db, open, reference } = services
    const { companyId } = args.params
    const form = await request.formData()
    const intent = intents.safeParse(form.get('intent'))
    if (!intent.success) throw new ExpectedError('invalid')
    const who = signedIn(viewer)
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    const here = localePath(locale, `/chamber/companies/${companyId}/contacts`)
    if (intent.data === 'remove') {
      const parsed = parseForm(form, z.object({ contactId: id }), t)
      if (!parsed.ok) throw new ExpectedError('invalid')
      await removeContact(deps, who, companyId, parsed.value.contactId)
      return redirect(here, { headers: flashHeaders('deleted') })
    }
    const parsed = parseForm(form, contactEntry, t)
    if (!parsed.ok) refuseUnseen(parsed.result, ['contactId', 'version'])
    if (!parsed.ok) return data(parsed.result, { status: 422 })
    const done = await refusing(form, t, () => saveContact(deps, who, companyId, parsed.value))
    if (!done.ok) return data(done.result, { status: 422 })
    return redirect(here, { headers: flashHeaders('saved') })
  })
}

export const meta: Route.MetaFunction = ({ params, loaderData }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  const title = `${t('relation.tabs.contacts')} · ${loaderData?.frame.name ?? ''}`
  return [{ title: t('common.pageTitle', { title }) }]
}

export default function CompanyContacts({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const { frame, contacts } = loaderData
  const editing = actionData?.values.contactId
  return (
    <CompanyPage frame={frame} current="contacts">
      {contacts.length === 0 ? (
        <EmptyState
          icon="people"
          title={t('relation.contacts.empty')}
          text={t('relation.contacts.emptyText')}
        />
      ) : (
        <div className="cards">
          {contacts.map((contact) => (
            <ContactCard
              key={contact.id}
              contact={contact}
              form={editing === contact.id ? formState(actionData) : null}
            />
          ))}
        </div>
      )}
      <Section title={t('relation.contacts.add')} intro={t('relation.contacts.intro')} id="new">
        <div className="max-w-form">
          <ContactForm
            idOf={(name) => name}
            form={formState(editing ? null : actionData, { consent: 'unknown' })}
            button={t('relation.contacts.addButton')}
          />
        </div>
      </Section>
    </CompanyPage>
  )
}
