import type { ExportTable } from './table.ts'

const entities: Readonly<Record<string, string>> = {
  '"': '&quot;',
  "'": '&#x27;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
}

const escaped = (text: string) => text.replace(/["'&<>]/g, (one) => entities[one] ?? one)

/**
 * A list as one page to print: every row, however many, and nothing to press. `stylesheet` is the
 * address of a style sheet of ours.
 */
export async function* printPageOf(
  { title, columns, rows, notes, locale }: ExportTable,
  stylesheet: string,
): AsyncGenerator<string> {
  const direction = locale === 'ar' ? 'rtl' : 'ltr'
  const cells = (tag: 'th' | 'td', values: readonly string[]) =>
    `<tr>${values.map((value) => `<${tag}>${escaped(value)}</${tag}>`).join('')}</tr>`
  yield `<!DOCTYPE html><html lang="${locale}" dir="${direction}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<meta name="robots" content="noindex"><title>${escaped(title)}</title>` +
    `<link rel="stylesheet" href="${escaped(stylesheet)}"></head><body><main id="main" class="page">` +
    `<h1>${escaped(title)}</h1>${notes.map((note) => `<p>${escaped(note)}</p>`).join('')}` +
    '<table class="table-cards"><thead>' +
    cells(
      'th',
      columns.map((column) => column.label),
    ).replaceAll('<th>', '<th scope="col">') +
    '</thead><tbody>'
  for await (const batch of rows) {
    yield batch
      .map((row) =>
        cells(
          'td',
          row.cells.map((cell) => String(cell ?? '')),
        ),
      )
      .join('')
  }
  yield '</tbody></table></main></body></html>'
}
