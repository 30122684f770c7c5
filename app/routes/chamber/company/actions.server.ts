import { data, redirect } from 'react-router'
import { z } from 'zod'
import { contactText, parseContact } from '#app/domain/account/contact.ts'
import { inviteMember } from '#app/domain/account/invite-member.server.ts'
import { verification } from '#app/domain/chamber/chamber.ts'
import { verifyCompany } from '#app/domain/chamber/verify-company.server.ts'
import { claimDecision } from '#app/domain/company/company.ts'
import { chamberCompany } from '#app/domain/company/company-scope.server.ts'
import { decideClaim } from '#app/domain/company/decide-claim.server.ts'
import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError, FieldErrors } from '#app/domain/errors.ts'
import { id, version } from '#app/domain/fields.ts'
import { addTask, finishTask } from '#app/domain/relation/change-tasks.server.ts'
import { changeOwner, moveRelation } from '#app/domain/relation/move-relation.server.ts'
import { ownerChange, stageMove, taskEntry } from '#app/domain/relation/relation.ts'
import { localePath } from '#app/i18n/locales.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm, refusing } from '#app/server/forms.server.ts'
import { type PageContext, signedIn } from '#app/server/page.server.ts'
import { refuseUnseen } from './unseen-fields.ts'

const intents = z.enum(['verify', 'unverify', 'claim', 'invite', 'move', 'owner', 'task', 'done'])

/** What a post to a company's overview does. */
export async function changeCompany(context: PageContext, companyId: string) {
  const { services, viewer, locale, t, request } = context
  const { db, open, reference, config } = services
  const form = await request.formData()
  const intent = intents.safeParse(form.get('intent'))
  if (!intent.success) throw new ExpectedError('invalid')
  const { company } = await chamberCompany(db, viewer, companyId)
  const who = signedIn(viewer)
  const now = services.now()
  const deps = { db, dialect: open.dialect, reference, now }
  const back = localePath(locale, `/chamber/companies/${companyId}`)
  const saved = () => redirect(back, { headers: flashHeaders('saved') })
  switch (intent.data) {
    case 'claim': {
      const parsed = parseForm(form, claimDecision, t)
      if (!parsed.ok) throw new ExpectedError('invalid')
      await decideClaim(deps, who, companyId, parsed.value)
      return redirect(back, { headers: flashHeaders('claimDecided') })
    }
    case 'verify': {
      const parsed = parseForm(form, verification, t)
      if (!parsed.ok) refuseUnseen(parsed.result, ['version'])
      if (!parsed.ok) return data(parsed.result, { status: 422 })
      const done = await refusing(form, t, () => verifyCompany(deps, who, companyId, parsed.value))
      if (!done.ok) return data(done.result, { status: 422 })
      services.index.wake()
      return redirect(back, { headers: flashHeaders('verified') })
    }
    case 'unverify': {
      const parsed = parseForm(form, z.object({ version }), t)
      if (!parsed.ok) throw new ExpectedError('invalid')
      await verifyCompany(deps, who, companyId, { ...parsed.value, evidence: null })
      services.index.wake()
      return saved()
    }
    case 'invite': {
      const parsed = parseForm(form, z.object({ contact: contactText }), t)
      if (!parsed.ok) return data(parsed.result, { status: 422 })
      const done = await refusing(form, t, async () => {
        const read = parseContact(parsed.value.contact, countryPack(company.country).code)
        if (!read.ok) throw new FieldErrors({ contact: read.error })
        const org = { kind: 'company', id: companyId } as const
        const inviting = { db, now, appUrl: config.appUrl, locale }
        await inviteMember(inviting, who, { org, contact: read.contact, role: 'owner' })
      })
      if (!done.ok) return data(done.result, { status: 422 })
      return redirect(back, { headers: flashHeaders('invited') })
    }
    case 'move': {
      const parsed = parseForm(form, stageMove, t)
      if (!parsed.ok || parsed.value.companyId !== companyId) throw new ExpectedError('invalid')
      await moveRelation(deps, who, parsed.value)
      return saved()
    }
    case 'owner': {
      const parsed = parseForm(form, ownerChange, t)
      if (!parsed.ok) throw new ExpectedError('invalid')
      const { ownerId = null, version: from } = parsed.value
      const done = await refusing(form, t, () =>
        changeOwner(deps, who, companyId, { ownerId, version: from }),
      )
      // Only a colleague stands in the list.
      if (!done.ok) throw new ExpectedError('invalid')
      return saved()
    }
    case 'task': {
      const parsed = parseForm(form, taskEntry, t)
      if (!parsed.ok) return data(parsed.result, { status: 422 })
      const done = await refusing(form, t, () => addTask(deps, who, companyId, parsed.value))
      return done.ok ? saved() : data(done.result, { status: 422 })
    }
    case 'done': {
      const parsed = parseForm(form, z.object({ taskId: id }), t)
      if (!parsed.ok) throw new ExpectedError('invalid')
      await finishTask(deps, who, parsed.value.taskId)
      return saved()
    }
  }
}
