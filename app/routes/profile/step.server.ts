import { data, redirect } from 'react-router'
import type { Change, Changed, ProfileDeps } from '#app/domain/profile/change-profile.server.ts'
import {
  type EditableProfile,
  editableProfile,
} from '#app/domain/profile/editable-profile.server.ts'
import { localePath } from '#app/i18n/locales.ts'
import { type FlashKey, flashHeaders } from '#app/server/flash.server.ts'
import { type FormResult, refusing } from '#app/server/forms.server.ts'
import type { PageContext } from '#app/server/page.server.ts'
import type { Services } from '#app/server/services.server.ts'
import type { Picker } from './picker.server.ts'

/** Parameters of the pages under `/profile` and, with `profileId`, under `/counsellor/profiles/:profileId`. */
interface Params {
  readonly profileId?: string | undefined
}

/** A profile page as it is opened: which profile, by whom, and where its pages are. */
export interface OpenStep extends EditableProfile {
  /** Path of the profile's overview, with its language. */
  readonly base: string
}

/** The path of the overview above a step. */
export function basePath({ locale }: Pick<PageContext, 'locale'>, params: Params): string {
  return localePath(
    locale,
    params.profileId ? `/counsellor/profiles/${params.profileId}` : '/profile',
  )
}

/** What use cases of profiles work with, from the services. */
export function profileDeps(services: Services): ProfileDeps {
  const { db, reference } = services
  return { db, dialect: services.open.dialect, reference, now: services.now() }
}

/**
 * The profile that a page is about. Throws a redirect to the overview for somebody who has not begun
 * one, and 'not-found' for a profile that is not theirs to change.
 */
export async function openStep(page: PageContext, params: Params): Promise<OpenStep> {
  const base = basePath(page, params)
  if (!params.profileId && page.viewer.profileId === null) throw redirect(base)
  return { ...(await editableProfile(page.services.db, page.viewer, target(params))), base }
}

export const target = (params: Params): string => params.profileId ?? 'own'

/** What a change of a profile is told: who asks, which profile, from which version. */
export function changeOf(page: PageContext, params: Params, version: number): Change {
  return { viewer: page.viewer, target: target(params), version }
}

/**
 * Runs the change that a form asked for; then goes to `path` with a word on what happened, or shows
 * the form again with what the use case refused, and `again` beside it.
 */
export async function saveStep(
  { services, t }: PageContext,
  form: FormData,
  path: string,
  work: (deps: ProfileDeps) => Promise<Changed>,
  flash: FlashKey = 'saved',
  again: Partial<StepResult> = {},
) {
  const saved = await refusing(form, t, () => work(profileDeps(services)))
  if (!saved.ok) return shownAgain({ ...again, ...saved.result })
  services.index.wake()
  return redirect(path, { headers: flashHeaders(saved.value.paused ? 'paused' : flash) })
}

/** A skill that somebody may tick. */
export interface ProposedSkill {
  readonly value: string
  readonly label: string
}

/** What the action of a step gives back to its page. */
export interface StepResult extends FormResult {
  /** What a picker of the page shows, when it was used. */
  readonly picker?: Picker
  /** Skills to tick because a text names them, when one was read; empty where it names none. */
  readonly proposed?: readonly ProposedSkill[]
  /** The form was about somebody under 18. */
  readonly underage?: boolean
}

/** The answer that shows a form again: 422 with errors, 200 where somebody only searched. */
export function shownAgain(result: StepResult, status = 422) {
  return data(result, { status })
}

/** The text of a button or field, empty when it was not sent. */
export function sent(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
