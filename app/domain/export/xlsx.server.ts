import { type Cell, type ExportTable, plain } from './table.ts'
import { type ZipEntry, zipOf } from './zip.server.ts'

/**
 * A list as a workbook of one sheet (Office Open XML, ECMA-376), written row by row into a ZIP stream:
 * the libraries at hand put the whole sheet together in memory first. Text stands in the cells
 * (`inlineStr`) and is never a formula, so it needs no defusing. The heading row stays in sight.
 */
export function xlsxOf(table: ExportTable): AsyncGenerator<Uint8Array> {
  return zipOf(entriesOf(table))
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const sheets = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function entriesOf(table: ExportTable): ZipEntry[] {
  const name = sheetName(table.title)
  const file = (path: string, xml: string): ZipEntry => ({
    name: path,
    content: [declaration, xml],
  })
  return [
    file(
      '[Content_Types].xml',
      `<Types xmlns="${packages}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>` +
        `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
    ),
    file(
      '_rels/.rels',
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" ` +
        `Type="${documents}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    file(
      'xl/workbook.xml',
      `<workbook xmlns="${sheets}" xmlns:r="${documents}"><sheets>` +
        `<sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    file(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packages}/relationships">` +
        `<Relationship Id="rId1" Type="${documents}/worksheet" Target="worksheets/sheet1.xml"/>` +
        `<Relationship Id="rId2" Type="${documents}/styles" Target="styles.xml"/></Relationships>`,
    ),
    file(
      'xl/styles.xml',
      `<styleSheet xmlns="${sheets}"><fonts count="2">` +
        '<font><sz val="11"/><name val="Calibri"/></font>' +
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
        // Programs expect these two fills whether they are used or not.
        '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
        '<fill><patternFill patternType="gray125"/></fill></fills>' +
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
        '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
        '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>',
    ),
    { name: 'xl/worksheets/sheet1.xml', content: sheetOf(table) },
  ]
}

async function* sheetOf({ columns, rows, locale }: ExportTable): AsyncGenerator<string> {
  const rightToLeft = locale === 'ar' ? ' rightToLeft="1"' : ''
  const letters = columns.map((_, at) => columnName(at))
  // Addresses may be left out by the standard, but not every program reads cells without.
  const line = (cells: readonly Cell[], row: number, style = '') =>
    `<row r="${row}">${cells.map((cell, at) => cellOf(cell, `r="${letters[at]}${row}"${style}`)).join('')}</row>`
  yield `${declaration}<worksheet xmlns="${sheets}"><sheetViews><sheetView${rightToLeft} workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols><col min="1" max="${columns.length}" width="24" customWidth="1"/></cols><sheetData>` +
    line(
      columns.map((column) => column.label),
      1,
      ' s="1"',
    )
  let row = 1
  for await (const batch of rows) {
    let text = ''
    for (const { cells } of batch) {
      row += 1
      text += line(cells, row)
    }
    yield text
  }
  yield '</sheetData></worksheet>'
}

/** `A` to `Z`, then `AA`. */
function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last
}

function cellOf(cell: Cell, address: string): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c ${address}><v>${cell}</v></c>`
  return `<c ${address} t="inlineStr"><is><t xml:space="preserve">${escaped(plain(cell))}</t></is></c>`
}

const entities: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
}

/** Text as XML holds it: control characters that XML forbids are left out. */
function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/["&<>]/g, (one) => entities[one] ?? one)
  )
}

/** A name that a sheet may have: at most 31 characters, none of those that addresses use. */
const sheetName = (title: string) =>
  title
    .replace(/[[\]:*?/\\']/g, ' ')
    .trim()
    .slice(0, 31) || 'Passerelle'
