const LETTERS: { readonly [letter: string]: string } = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  // Arabic letters that people write for one another, and the forms of neighbouring scripts.
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ک: 'ك',
  ە: 'ه',
}

const FOLDED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')
/** Marks over and under letters (accents, harakat, hamza), tatweel, zero-width joiners, soft hyphen. */
const DROPPED = /[\p{M}\u0640\u200b-\u200f\u00ad\u2060\ufeff]/gu
const ARABIC_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g
// Letters and digits of plain words need none of the work below.
const PLAIN = /^[a-z0-9 ]*$/

/**
 * Text as it is indexed and searched, in French, English and Arabic: small letters without accents,
 * œ and æ opened, Arabic without harakat or tatweel and with one form of alef, ya and ta marbuta,
 * digits 0 to 9. Folding twice changes nothing.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(DROPPED, '')
    .toLowerCase()
    .replace(FOLDED, (letter) => LETTERS[letter] ?? letter)
    .replace(ARABIC_DIGITS, (digit) => String(digit.charCodeAt(0) & 15))
}
