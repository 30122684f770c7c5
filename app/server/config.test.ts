import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.server.ts'

const production = {
  AUTH_SECRET: 'x'.repeat(32),
  APP_URL: 'https://passerelle.example/',
  SMTP_URL: 'smtp://localhost',
  MAIL_FROM: 'Passerelle <no-reply@passerelle.example>',
}

describe('readConfig', () => {
  it('is frozen and drops the trailing slash of the address', () => {
    const config = readConfig(production)
    expect(config.appUrl).toBe('https://passerelle.example')
    expect(Object.isFrozen(config)).toBe(true)
  })

  it.each(['AUTH_SECRET', 'APP_URL', 'SMTP_URL', 'MAIL_FROM'])(
    'refuses production without %s',
    (name) => {
      expect(() => readConfig({ ...production, [name]: undefined })).toThrow(name)
    },
  )

  it.each([
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://x'],
    ['AUTH_SECRET', 'short'],
    ['COUNTRY', 'ZZ'],
    ['TRUST_PROXY', 'perhaps'],
    ['APP_URL', 'javascript:alert(1)'],
    ['MEILI_URL', 'ftp://search'],
    ['MEILI_PREFIX', 'Passerelle_1'],
    ['TILES_URL', 'https://tiles.example/{z}/{x}.png'],
    ['TILES_URL', 'https://{x}.example/{z}/{x}/{y}.png'],
    ['TILES_URL', "https://tiles.example; script-src 'none'/{z}/{x}/{y}"],
  ])('names %s when it is %s', (name, value) => {
    expect(() => readConfig({ ...production, [name]: value })).toThrow(ConfigError)
    expect(() => readConfig({ ...production, [name]: value })).toThrow(name)
  })

  it('keeps the index in the file unless it is told of a Meilisearch server', () => {
    expect(readConfig(production).meili).toBeNull()
    const meili = { MEILI_URL: 'http://search:7700/', MEILI_KEY: 'a key' }
    expect(readConfig({ ...production, ...meili }).meili).toEqual({
      url: 'http://search:7700',
      key: 'a key',
      prefix: 'passerelle',
    })
    expect(() => readConfig({ ...production, ...meili, MEILI_KEY: undefined })).toThrow('MEILI_KEY')
    expect(() => readConfig({ ...production, ...meili, MEILI_URL: undefined })).toThrow('MEILI_URL')
    expect(
      readConfig({ APP_MODE: 'demo', MEILI_URL: 'http://localhost:7700' }).meili?.key,
    ).toBeNull()
  })

  it('draws the map without tiles unless it is told of a server', () => {
    expect(readConfig(production).tiles).toBeNull()
    const url = 'https://{s}.tiles.example/{z}/{x}/{y}.png'
    expect(readConfig({ ...production, TILES_URL: url }).tiles).toEqual({ url, attribution: '' })
  })

  it('needs nothing in the demo', () => {
    expect(readConfig({ APP_MODE: 'demo' }).databaseUrl).toBe('file:data/passerelle.db')
  })
})
