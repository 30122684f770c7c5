import type { z } from 'zod'
import { countryPack } from '#app/domain/countries/index.ts'
import { judgeBirthDate } from '#app/domain/profile/birth-date.ts'
import { parseForm } from '#app/server/forms.server.ts'
import type { PageContext } from '#app/server/page.server.ts'
import { readDateParts } from '#app/ui/date-parts.ts'
import { toDay } from '#db/codec.ts'
import type { StepResult } from './step.server.ts'

/**
 * Reads an identity form with its birth date in three fields, and explains a telephone number that
 * the country does not have in the country's own words.
 */
export function readIdentityForm<S extends z.ZodType<{ phone?: string | undefined }>>(
  form: FormData,
  schema: S,
  country: string,
  { t, locale, services }: PageContext,
): { ok: true; value: z.output<S> & { birthDate: string } } | { ok: false; result: StepResult } {
  const parsed = parseForm(form, schema, t)
  const errors: Record<string, readonly string[]> = parsed.ok ? {} : { ...parsed.result.errors }
  const birthDate = readDateParts(form, 'birthDate')
  const judgement = birthDate ? judgeBirthDate(birthDate, toDay(services.now())) : null
  if (birthDate === '') errors.birthDate = [t('form.required')]
  else if (birthDate === null) errors.birthDate = [t('form.date')]
  else if (judgement !== 'adult' && judgement !== null) {
    errors.birthDate = [t(`profile.errors.${judgement}`)]
  }
  const phone = form.get('phone')
  if (typeof phone === 'string' && phone.trim() && !errors.phone) {
    const read = countryPack(country).parsePhone(phone)
    if (!read.ok) {
      const suggestion = read.suggestion ? ` \u2066${read.suggestion}\u2069 ?` : ''
      errors.phone = [read.help[locale] + suggestion]
    }
  }
  if (parsed.ok && birthDate && Object.keys(errors).length === 0) {
    return { ok: true, value: { ...parsed.value, birthDate } }
  }
  return {
    ok: false,
    result: { values: identityValues(form), errors, underage: judgement === 'underage' },
  }
}

/** What was typed, to be shown again. */
export function identityValues(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.slice(0, 300)]] : [],
    ),
  )
}
