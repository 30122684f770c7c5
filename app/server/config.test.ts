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
  ])('names %s when it is %s', (name, value) => {
    expect(() => readConfig({ ...production, [name]: value })).toThrow(ConfigError)
    expect(() => readConfig({ ...production, [name]: value })).toThrow(name)
  })

  it('needs nothing in the demo', () => {
    expect(readConfig({ APP_MODE: 'demo' }).databaseUrl).toBe('file:data/passerelle.db')
  })
})
