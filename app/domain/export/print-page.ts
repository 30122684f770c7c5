import type { Cell, ExportTable } from './table.ts'

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
export async function* printPageOf(table: ExportTable, stylesheet: string): AsyncGenerator<string> {
  const { title, notes, locale } = table
  const direction = locale === 'ar' ? 'rtl' : 'ltr'
  yield `<!DOCTYPE html><html lang="${locale}" dir="${direction}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<meta name="robots" content="noindex"><title>${escaped(title)}</title>` +
    `<link rel="stylesheet" href="${escaped(stylesheet)}"></head><body><main id="main" class="page">` +
    `<h1>${escaped(title)}</h1><div class="stack">` +
    `<div>${notes.map((note) => `<p>${escaped(note)}</p>`).join('')}</div>`
  yield* table.isInParts ? partsOf(table) : wholeOf(table)
  yield '</div></main></body></html>'
}

/** One table, written while its rows are read. */
async function* wholeOf({ columns, rows }: ExportTable): AsyncGenerator<string> {
  const labels = columns.map((column) => escaped(column.label))
  yield headOf(labels)
  for await (const batch of rows) {
    yield batch.map((row) => rowOf(labels, row.cells)).join('')
  }
  yield foot
}

/** A table for each part, with the columns that it fills. */
async function* partsOf({ columns, rows }: ExportTable): AsyncGenerator<string> {
  const parts = new Map<Cell, (readonly Cell[])[]>()
  for await (const batch of rows) {
    for (const { cells } of batch) {
      const [part = null] = cells
      const known = parts.get(part)
      if (known) known.push(cells)
      else parts.set(part, [cells])
    }
  }
  for (const [part, all] of parts) {
    const filled = columns.flatMap((_, at) =>
      at > 0 && all.some((cells) => (cells[at] ?? '') !== '') ? [at] : [],
    )
    const labels = filled.map((at) => escaped(columns[at]?.label ?? ''))
    yield `<h2>${escaped(String(part ?? ''))}</h2>${headOf(labels)}`
    yield all
      .map((cells) =>
        rowOf(
          labels,
          filled.map((at) => cells[at] ?? null),
        ),
      )
      .join('')
    yield foot
  }
}

const headOf = (labels: readonly string[]) =>
  `<table class="table-cards"><thead><tr>${labels
    .map((label) => `<th scope="col">${label}</th>`)
    .join('')}</tr></thead><tbody>`
const foot = '</tbody></table>'

/** On a narrow screen a row is a card, whose values stand beside their headings. */
function rowOf(labels: readonly string[], cells: readonly Cell[]): string {
  const inner = cells.map(
    (cell, at) => `<td data-label="${labels[at]}">${escaped(String(cell ?? ''))}</td>`,
  )
  return `<tr>${inner.join('')}</tr>`
}
