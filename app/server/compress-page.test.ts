import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compressPage, pickEncoding } from './compress-page.server.ts'

test('takes the best encoding that the reader admits', () => {
  expect(pickEncoding('gzip, deflate, br, zstd')).toBe('zstd')
  expect(pickEncoding('gzip, deflate, br')).toBe('br')
  expect(pickEncoding('GZIP;q=0.5, br;q=0')).toBe('gzip')
  expect(pickEncoding('zstd;q=0.000, br; q=0.1')).toBe('br')
  expect(pickEncoding('deflate, identity')).toBeNull()
  expect(pickEncoding('*;q=0')).toBeNull()
  expect(pickEncoding(null)).toBeNull()
})

test('a page comes back whole, and a short one stays as it is', () => {
  const page = `<p>${'Abidjan, مرحبا '.repeat(200)}</p>`
  const unpack = { zstd: zstdDecompressSync, br: brotliDecompressSync, gzip: gunzipSync }
  for (const [encoding, read] of Object.entries(unpack)) {
    const { body, headers } = compressPage(page, encoding)
    expect(headers).toEqual({ Vary: 'Accept-Encoding', 'Content-Encoding': encoding })
    expect(read(body).toString()).toBe(page)
    expect(body.length).toBeLessThan(page.length / 4)
  }
  expect(Buffer.from(compressPage(page, null).body).toString()).toBe(page)
  expect(Buffer.from(compressPage('½ \ud800 ’', null).body).toString()).toBe('½ \ufffd ’')
  expect(compressPage('<p></p>', 'gzip')).toEqual({
    body: Buffer.from('<p></p>'),
    headers: { Vary: 'Accept-Encoding' },
  })
})
