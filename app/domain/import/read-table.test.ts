import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { decodeText, sniffSeparator } from './read-csv.server.ts'
import { readTable, readTableHere } from './read-table.server.ts'
import { tellFormulas } from './tell-formulas.server.ts'
import { checkZip } from './zip-bounds.server.ts'

const codeOf = (bytes: Buffer) =>
  readTable(bytes).then(
    () => 'read',
    (error: { code?: string }) => error.code,
  )

describe('text files', () => {
  const text = 'Raison sociale;Ville\nSociété Générale;Bouaké\n'
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['Windows-1252', Buffer.from(text, 'latin1')],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
  ])('%s', async (_, bytes) => {
    const table = await readTable(bytes)
    expect(table.headings).toEqual(['Raison sociale', 'Ville'])
    expect(table.rows).toEqual([{ number: 2, cells: ['Société Générale', 'Bouaké'] }])
  })

  test('letters that only Windows-1252 has', () => {
    expect(decodeText(Buffer.from([0x4e, 0x92, 0x5a, 0x69, 0x20, 0x80]))).toBe('N’Zi €')
  })

  test.each([
    [';', 'a;b,c;d\n1;2,5;3\n'],
    [',', 'a,b,c\n"x;y;z;u",2,3\n4,5,6\n'],
    ['\t', 'a\tb\n1\t2,5\n'],
    ['|', 'a|b|c\n1|2|3\n'],
  ])('the separator %j is found', (separator, content) => {
    expect(sniffSeparator(content)).toBe(separator)
  })

  test('titles, blank rows, a hint of the separator and repeated headings; rows keep their numbers', async () => {
    const lines = [
      'sep=;',
      'Fichier des membres;;',
      '',
      'N°;Raison sociale;Ville',
      '1;"A; B ""C""";Man',
      '',
      'N°;Raison sociale;Ville',
      '2;D;Touba',
    ]
    const table = await readTable(Buffer.from(lines.join('\r\n')))
    expect(table.headingRow).toBe(4)
    expect(table.rows).toEqual([
      { number: 5, cells: ['1', 'A; B "C"', 'Man'] },
      { number: 8, cells: ['2', 'D', 'Touba'] },
    ])
  })

  test('a quotation mark that nobody closes swallows nothing', async () => {
    const table = await readTable(Buffer.from('Raison sociale;Ville\nEts "Le Bon;Man\nB;Touba\n'))
    expect(table.rows.map((row) => row.cells[1])).toEqual(['Man', 'Touba'])
  })

  test.each([
    ['empty', ''],
    ['empty', '\n\n;;\n'],
    ['noRows', 'Raison sociale;Ville\n'],
    ['notTable', '%PDF-1.4 blah'],
    ['notTable', '<html><table><tr><td>x</td></tr></table></html>'],
    ['notTable', 'a\u0000b\u0000c'],
    ['oldExcel', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old'],
    ['damaged', 'PK\x03\x04 not really'],
  ])('%s', async (code, content) => {
    expect(await codeOf(Buffer.from(content, 'latin1'))).toBe(code)
  })

  test('more columns or rows than a list has', async () => {
    const wide = Array.from({ length: 61 }, (_, at) => `c${at}`).join(';')
    expect(await codeOf(Buffer.from(`${wide}\n${wide}x\n`))).toBe('tooManyColumns')
    const long = `Raison sociale;Ville\n${'Forge;Man\n'.repeat(50_001)}`
    expect(await codeOf(Buffer.from(long))).toBe('tooManyRows')
  })
})

describe('workbooks', () => {
  test('numbers and days as texts, leading zeros kept, the sheet chosen', async () => {
    const bytes = await writeWorkbook([
      { sheet: 'Vide', data: [] },
      {
        sheet: 'Liste',
        data: [
          ['Raison sociale', 'Code', 'Effectif', 'Créée le'],
          [
            'Forge',
            '007',
            12,
            { value: new Date('2012-03-04T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' },
          ],
        ],
      },
      {
        sheet: 'Autre',
        data: [
          ['Nom', 'Ville'],
          ['A', 'Man'],
        ],
      },
    ]).toBuffer()
    const table = await readTable(bytes)
    expect(table.sheets).toEqual(['Liste', 'Autre'])
    expect(table.rows).toEqual([{ number: 2, cells: ['Forge', '007', '12', '2012-03-04'] }])
    expect((await readTableHere(bytes, 'Autre')).rows[0]?.cells).toEqual(['A', 'Man'])
  })

  test('a formula that nobody has computed yet is read as the formula, not as nothing', async () => {
    const cells = (at: number, ...inner: string[]) =>
      `<row r="${at}">${inner.map((one, column) => one.replace('<c', `<c r="${'ABCDE'[column]}${at}"`)).join('')}</row>`
    const text = (said: string) => `<c t="inlineStr"><is><t>${said}</t></is></c>`
    const bytes = workbook(
      [
        cells(1, ...['Raison sociale', 'Effectif', 'Ville', 'Sigle', 'Code'].map(text)),
        // As openpyxl writes it, as exceljs does, as Excel keeps a result, an empty one, a shared one.
        cells(
          2,
          text('Forge'),
          '<c><f>SUM(A1:A2)&amp;"x"</f><v></v></c>',
          '<c t="str"><f>CONCATENATE(A1,A2)</f></c>',
          '<c t="str"><f>A1</f><v>SODEM</v></c>',
          '<c t="str"><f>A3</f><v></v></c>',
        ),
        cells(3, text('Quai'), '<c><f t="shared" si="0"/></c>', '<c s="0"><f>B1</f><v>12</v></c>'),
      ].join(''),
    )
    expect((await readTable(bytes)).rows.map((row) => row.cells)).toEqual([
      ['Forge', '=SUM(A1:A2)&"x"', '=CONCATENATE(A1,A2)', 'SODEM', ''],
      ['Quai', '=', '12', '', ''],
    ])
    const inner = '<x:c r="B2" s="4"><x:f>A1</x:f></x:c>'
    const prefixed = `<x:worksheet><x:sheetData>${inner}</x:sheetData><xm:f>Z1</xm:f></x:worksheet>`
    expect(tellFormulas(prefixed)).toBe(
      prefixed.replace(inner, '<x:c r="B2" t="inlineStr"><x:is><x:t>=A1</x:t></x:is></x:c>'),
    )
    expect(tellFormulas('<worksheet><c r="A1"><f>1+1</f><v>2</v></c></worksheet>')).toBeNull()
  })

  test('a zip of something else', async () => {
    expect(await codeOf(zip([['word/document.xml', Buffer.from('<a/>')]]))).toBe('notTable')
  })

  test('a zip bomb is refused by what it says of itself, and when it lies', async () => {
    const zeros = Buffer.alloc(2_000_000)
    const parts = [['xl/workbook.xml', zeros]] as const
    expect(await codeOf(zip(parts, { told: 400_000_000 }))).toBe('bomb')
    expect(() => checkZip(zip(parts), 1_000_000)).toThrow('bomb')
    expect(() => checkZip(zip(parts, { told: 1000 }), 1_000_000)).toThrow('bomb')
    // What the directory does not name would be unpacked by whoever reads from the front.
    const behind = zip([['xl/workbook.xml', Buffer.from('<a/>')]])
    const hidden = Buffer.concat([zip(parts).subarray(0, -80), behind])
    expect(() => checkZip(hidden, 10_000_000)).toThrow('damaged')
  })

  test('a password', () => {
    expect(() => checkZip(zip([['a', Buffer.from('x')]], { flags: 1 }), 1000)).toThrow('locked')
  })
})

/** The smallest workbook with these rows. */
function workbook(rows: string): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const parts = {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Liste" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
  }
  return zip(Object.entries(parts).map(([name, content]) => [name, Buffer.from(content)]))
}

/** A zip of these parts; `told` is what it says that each unpacks to. */
function zip(
  parts: readonly (readonly [string, Buffer])[],
  { told, flags = 0 }: { told?: number; flags?: number } = {},
): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const [name, content] of parts) {
    const packed = deflateRawSync(content)
    const sizes = Buffer.alloc(8)
    sizes.writeUInt32LE(packed.length, 0)
    sizes.writeUInt32LE(told ?? content.length, 4)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(flags, 6)
    local.writeUInt16LE(8, 8)
    sizes.copy(local, 18)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(8, 10)
    sizes.copy(entry, 20)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    locals.push(local, Buffer.from(name), packed)
    entries.push(entry, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}
