import { expect, test } from 'vitest'
import { documentTypeOf, safeFileName } from './document-type.ts'

const bytes = (text: string) => Uint8Array.from([...text].map((one) => one.charCodeAt(0)))
const zip = (...names: string[]) => bytes(`PK\u0003\u0004${names.join('....')}`)

test.each([
  ['%PDF-1.7 …', 'application/pdf'],
  ['\u00ff\u00d8\u00ff\u00e0', 'image/jpeg'],
  ['\u0089PNG\r\n\u001a\n', 'image/png'],
])('%j is known by its first bytes', (text, type) => {
  expect(documentTypeOf(bytes(text))).toBe(type)
})

test('Office files are told apart by what they hold; macros and other archives are refused', () => {
  expect(documentTypeOf(zip('[Content_Types].xml', 'word/document.xml'))).toMatch(/wordprocessing/)
  expect(documentTypeOf(zip('[Content_Types].xml', 'xl/workbook.xml'))).toMatch(/spreadsheet/)
  expect(
    documentTypeOf(zip('[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin')),
  ).toBeNull()
  expect(documentTypeOf(zip('setup.exe'))).toBeNull()
})

test.each(['', '<html>', 'MZ', '<svg xmlns="http://www.w3.org/2000/svg">', 'GIF89a'])(
  '%j is refused',
  (text) => {
    expect(documentTypeOf(bytes(text))).toBeNull()
  },
)

test('a name for download holds nothing that a header or a disk minds', () => {
  expect(safeFileName('Extrait RCCM (2026).PDF', 'application/pdf')).toBe('Extrait-RCCM-2026.pdf')
  expect(safeFileName('../../etc/passwd\r\nX: y', 'image/png')).toBe('etc-passwd-X-y.png')
  expect(safeFileName('سجل.pdf', 'application/pdf')).toBe('document.pdf')
  expect(safeFileName('Reçu signé.jpeg', 'image/jpeg')).toBe('Recu-signe.jpg')
  expect(safeFileName('page.html', 'application/pdf')).toBe('page.pdf')
})
