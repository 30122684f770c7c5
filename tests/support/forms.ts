/** A field of a form as its page sends it. */
export interface FormField {
  readonly name: string
  /** `text`, `hidden`, `checkbox`, `radio`, `select`, `textarea`, `file`, `submit`, `date`, ... */
  readonly type: string
  /** What the field sends untouched; null when it then sends nothing (an unchecked box, a button). */
  readonly value: string | null
  /** What a browser lets people choose; null for free text. */
  readonly choices: readonly string[] | null
}

/** A form of a page. */
export interface PageForm {
  /** Path that it posts to. */
  readonly action: string
  readonly fields: readonly FormField[]
  /** True when it carries files. */
  readonly multipart: boolean
}

type Attributes = Readonly<Record<string, string>>

/** The forms of a page that post, from HTML as React writes it. `path` is the page's own. */
export function postForms(html: string, path: string): PageForm[] {
  const forms: PageForm[] = []
  for (const [, head = '', body = ''] of html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)) {
    const given = attributes(head)
    if ((given.method ?? 'get').toLowerCase() !== 'post') continue
    const target = new URL(given.action || path, `http://site${path}`)
    forms.push({
      action: target.pathname + target.search,
      fields: fieldsOf(body),
      multipart: given.enctype === 'multipart/form-data',
    })
  }
  return forms
}

/** What the form sends when somebody presses its first button at once: names and values in order. */
export function untouched(form: PageForm): [string, string][] {
  const sent: [string, string][] = []
  let pressed = false
  for (const field of form.fields) {
    if (field.type === 'submit') {
      if (!pressed && field.name && field.choices?.[0] !== undefined)
        sent.push([field.name, field.choices[0]])
      pressed = true
    } else if (field.value !== null) sent.push([field.name, field.value])
  }
  return sent
}

function fieldsOf(body: string): FormField[] {
  const fields: FormField[] = []
  const tags =
    /<(input|button)\b([^>]*)>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>|<select\b([^>]*)>([\s\S]*?)<\/select>/g
  for (const [, tag, head, areaHead, areaText, selectHead, options] of body.matchAll(tags)) {
    if (tag) fields.push(...control(tag, attributes(head ?? '')))
    else if (areaHead !== undefined) {
      const { name } = attributes(areaHead)
      const value = decodeEntities((areaText ?? '').replace(/^\n/, ''))
      if (name) fields.push({ name, type: 'textarea', value, choices: null })
    } else fields.push(...select(attributes(selectHead ?? ''), options ?? ''))
  }
  return fields
}

function control(tag: string, given: Attributes): FormField[] {
  const type = given.type ?? (tag === 'button' ? 'submit' : 'text')
  const value = given.value ?? (type === 'checkbox' || type === 'radio' ? 'on' : '')
  if ('disabled' in given || type === 'button' || type === 'reset') return []
  if (type === 'submit')
    return [{ name: given.name ?? '', type, value: null, choices: given.name ? [value] : [] }]
  if (!given.name) return []
  if (type === 'checkbox' || type === 'radio') {
    return [{ name: given.name, type, value: 'checked' in given ? value : null, choices: [value] }]
  }
  if (type === 'file') return [{ name: given.name, type, value: null, choices: null }]
  return [{ name: given.name, type, value, choices: null }]
}

function select({ name, ...given }: Attributes, options: string): FormField[] {
  if (!name || 'disabled' in given) return []
  const all = [...options.matchAll(/<option\b([^>]*)>([^<]*)/g)].map(
    ([, head = '', label = '']) => {
      const option = attributes(head)
      return { value: option.value ?? decodeEntities(label), selected: 'selected' in option }
    },
  )
  const choices = all.map((option) => option.value)
  const chosen = all.filter((option) => option.selected).map((option) => option.value)
  if ('multiple' in given) {
    const sent = chosen.length > 0 ? chosen : [null]
    return sent.map((value) => ({ name, type: 'select', value, choices }))
  }
  return [{ name, type: 'select', value: chosen.at(-1) ?? choices[0] ?? null, choices }]
}

function attributes(text: string): Attributes {
  const found: Record<string, string> = {}
  for (const [, name = '', , value = ''] of text.matchAll(/([\w-]+)(="([^"]*)")?/g)) {
    found[name.toLowerCase()] = decodeEntities(value)
  }
  return found
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#39': "'",
  nbsp: '\u00a0',
}

/** Text with the entities that React writes turned back. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(\w+|#x?[\da-f]+);/gi,
    (whole, name: string) => entities[name.toLowerCase()] ?? whole,
  )
}
