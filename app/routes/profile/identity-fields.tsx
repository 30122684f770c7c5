import type { Names } from '#app/domain/countries/country-pack.ts'
import { adultAge, oldestAge } from '#app/domain/profile/birth-date.ts'
import { formatTag } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.ts'
import { BirthDateField } from '#app/ui/birth-date-field.tsx'
import { Fields } from '#app/ui/fieldset.tsx'
import { Flash } from '#app/ui/flash.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { fieldText, type SentForm } from './step-page.tsx'

/** What an identity form needs of its country and of what is stored. */
export interface IdentityShown {
  readonly stored: {
    readonly givenName: string
    readonly familyName: string
    readonly birthDate: string
    readonly phone: string | null
    readonly email: string | null
  } | null
  readonly phoneExample: string
  readonly childProtection: { readonly name: Names; readonly phone: string }
  /** The present year. */
  readonly year: number
}

/** Where somebody under 18 finds help made for them. */
export function UnderageNote({ childProtection }: Pick<IdentityShown, 'childProtection'>) {
  const t = useT()
  const locale = useLocale()
  return (
    <Flash tone="attention" title={t('profile.identity.underageTitle')}>
      <p>
        {t('profile.identity.underageText', {
          name: childProtection.name[locale],
          phone: childProtection.phone,
        })}
      </p>
    </Flash>
  )
}

/** The fields of an identity. */
export function IdentityFields({
  shown,
  result,
}: {
  shown: IdentityShown
  result: SentForm | undefined
}) {
  const t = useT()
  const locale = useLocale()
  const { stored } = shown
  const errors = result?.errors ?? {}
  const month = new Intl.DateTimeFormat(formatTag[locale], { month: 'long', timeZone: 'UTC' })
  return (
    <Fields>
      <TextField
        name="givenName"
        label={t('profile.identity.givenName')}
        autoComplete="given-name"
        maxLength={80}
        defaultValue={fieldText(result, 'givenName', stored?.givenName)}
        errors={errors.givenName}
      />
      <TextField
        name="familyName"
        label={t('profile.identity.familyName')}
        autoComplete="family-name"
        maxLength={80}
        defaultValue={fieldText(result, 'familyName', stored?.familyName)}
        errors={errors.familyName}
      />
      <BirthDateField
        name="birthDate"
        label={t('profile.identity.birthDate')}
        hint={t('profile.identity.birthHint')}
        labels={{ day: t('common.day'), month: t('common.month'), year: t('common.year') }}
        months={Array.from({ length: 12 }, (_, at) => month.format(Date.UTC(2000, at, 1)))}
        // Younger years too, so that who is under 18 hears where to turn instead of guessing.
        fromYear={shown.year - adultAge + 6}
        toYear={shown.year - oldestAge}
        defaultValue={
          result
            ? {
                day: fieldText(result, 'birthDate.day', ''),
                month: fieldText(result, 'birthDate.month', ''),
                year: fieldText(result, 'birthDate.year', ''),
              }
            : stored?.birthDate
        }
        errors={errors.birthDate}
      />
      <TextField
        name="phone"
        type="tel"
        label={t('profile.identity.phone')}
        hint={t('profile.identity.phoneHint', { example: shown.phoneExample })}
        autoComplete="tel"
        width="medium"
        maxLength={40}
        defaultValue={fieldText(result, 'phone', stored?.phone)}
        errors={errors.phone}
      />
      <TextField
        name="email"
        type="email"
        label={t('profile.identity.email')}
        hint={t('profile.identity.contactHint')}
        autoComplete="email"
        maxLength={254}
        defaultValue={fieldText(result, 'email', stored?.email)}
        errors={errors.email}
      />
    </Fields>
  )
}
