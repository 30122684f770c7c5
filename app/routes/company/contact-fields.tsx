import { useT } from '#app/i18n/use-t.ts'
import { Fields } from '#app/ui/fieldset.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { FormState } from './form-state.ts'

type ContactFact = 'name' | 'position' | 'phone' | 'email'

/**
 * Who the person to contact is, and how to reach them. `nameOf` says what the fields are called in
 * their form, `idOf` tells several such forms of a page apart.
 */
export function ContactFields(props: {
  form: FormState
  nameOf?: (fact: ContactFact) => string
  idOf?: (name: string) => string
}) {
  const t = useT()
  const { form, nameOf = (fact) => fact, idOf = (name) => name } = props
  const optional = t('common.optional')
  const field = (fact: ContactFact) => {
    const name = nameOf(fact)
    return {
      id: idOf(name),
      name,
      defaultValue: form.value(name),
      errors: form.errors(name),
      autoComplete: 'off' as const,
    }
  }
  return (
    <Fields columns>
      <TextField {...field('name')} label={t('relation.contacts.name')} maxLength={120} />
      <TextField
        {...field('position')}
        label={t('relation.contacts.position')}
        mark={optional}
        maxLength={120}
      />
      <TextField
        {...field('phone')}
        type="tel"
        label={t('relation.record.phone')}
        mark={optional}
        maxLength={40}
      />
      <TextField
        {...field('email')}
        type="email"
        label={t('relation.record.email')}
        mark={optional}
        maxLength={254}
      />
    </Fields>
  )
}
