import {
  type Names,
  names,
  type PhoneFormat,
  type PhoneReason,
  type PhoneResult,
  westernDigits,
} from './country-pack.ts'

function refuse(reason: PhoneReason, help: Names, suggestion?: string): PhoneResult {
  return suggestion ? { ok: false, reason, help, suggestion } : { ok: false, reason, help }
}

function lengthHelp(format: PhoneFormat): Names {
  const { nationalDigits: digits, example } = format
  return names(
    `Un numéro compte ${digits} chiffres, par exemple ${example}.`,
    `A number has ${digits} digits, for example ${example}.`,
    `يتكون الرقم من ${digits} أرقام، مثلا ${example}.`,
  )
}

function prefixHelp(format: PhoneFormat): Names {
  return names(
    `Le début de ce numéro n’existe pas. Exemple : ${format.example}.`,
    `No number starts like this. Example: ${format.example}.`,
    `بداية هذا الرقم غير موجودة. مثال: ${format.example}.`,
  )
}

/** The national number typed in any usual way (+, 00, calling code alone, trunk zero), or why not. */
function nationalNumber(
  text: string,
  format: PhoneFormat,
  trunkZero: boolean,
): string | PhoneResult {
  const typed = westernDigits(text).trim()
  if (typed === '') {
    return refuse(
      'empty',
      names('Indiquez un numéro de téléphone.', 'Enter a phone number.', 'أدخل رقم الهاتف.'),
    )
  }
  // \u200e, \u200f and \u202a-\u202e come along when a number is copied from right-to-left text.
  const bare = typed
    .replace(/[\s.\-–()/\u200e\u200f\u202a-\u202e]/g, '')
    .replace(/^(tel|tél):?/i, '')
  if (!/^\+?\d+$/.test(bare)) {
    return refuse(
      'characters',
      names(
        'Un numéro de téléphone ne contient que des chiffres.',
        'A phone number holds digits only.',
        'رقم الهاتف يتكون من أرقام فقط.',
      ),
    )
  }
  const international = bare.replace(/^00/, '+')
  let national = international
  if (international.startsWith('+')) {
    if (!international.startsWith(`+${format.callingCode}`)) {
      return refuse(
        'otherCountry',
        names(
          `Ce numéro n’est pas d’ici : il faut l’indicatif +${format.callingCode}.`,
          `This number is from elsewhere: the country code must be +${format.callingCode}.`,
          `هذا الرقم من بلد آخر: يجب أن يبدأ برمز البلد +${format.callingCode}.`,
        ),
      )
    }
    national = international.slice(format.callingCode.length + 1)
  } else if (
    bare.startsWith(format.callingCode) &&
    bare.length >= format.callingCode.length + format.nationalDigits
  ) {
    national = bare.slice(format.callingCode.length)
  }
  if (trunkZero && national.length === format.nationalDigits + 1 && national.startsWith('0')) {
    national = national.slice(1)
  }
  return national
}

export interface NumberPlan {
  mobile: RegExp
  fixed: RegExp
  /** The 0 dialled before a national number, which E.164 leaves out. */
  trunkZero: boolean
  /** For a country that lengthened its numbers: the digits they had, and how to write one today. */
  former?: { digits: number; help: Names; convert(national: string): string | undefined }
}

/** A parser for one country's numbering plan: E.164 and the kind of line, or a reason with help. */
export function phoneParser(format: PhoneFormat, plan: NumberPlan): (text: string) => PhoneResult {
  return (text) => {
    const national = nationalNumber(text, format, plan.trunkZero)
    if (typeof national !== 'string') return national
    if (plan.former && national.length === plan.former.digits) {
      const today = plan.former.convert(national)
      return refuse('oldNumber', plan.former.help, today && `+${format.callingCode}${today}`)
    }
    if (national.length < format.nationalDigits) return refuse('tooShort', lengthHelp(format))
    if (national.length > format.nationalDigits) return refuse('tooLong', lengthHelp(format))
    const line = plan.mobile.test(national)
      ? 'mobile'
      : plan.fixed.test(national)
        ? 'fixed'
        : undefined
    if (!line) return refuse('prefix', prefixHelp(format))
    return { ok: true, value: `+${format.callingCode}${national}`, line }
  }
}

/** An E.164 number in the country's usual groups, such as `+225 07 07 12 34 56`; other numbers unchanged. */
export function formatPhone(format: PhoneFormat, e164: string): string {
  const start = `+${format.callingCode}`
  if (!e164.startsWith(start) || e164.length !== start.length + format.nationalDigits) return e164
  const groups = format.groups.map((size, index) => {
    const from = format.groups.slice(0, index).reduce((sum, one) => sum + one, start.length)
    return e164.slice(from, from + size)
  })
  return [start, ...groups].join(' ')
}
