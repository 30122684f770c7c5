import { z } from 'zod'
import { countryCodes } from '#app/domain/countries/index.ts'

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .transform((text) => text === '1' || text === 'true')

const environment = z.object({
  APP_MODE: z.enum(['production', 'demo', 'development', 'test']).default('production'),
  APP_URL: z.url({ protocol: /^https?$/ }).optional(),
  HOST: z.string().default('0.0.0.0'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  TRUST_PROXY: flag.default(false),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'must start with file: or postgres://')
    .default('file:data/passerelle.db'),
  SEARCH_FILE: z.string().min(1).default('data/search.db'),
  SYNONYMS_FILE: z.string().min(1).optional(),
  MEILI_URL: z.url({ protocol: /^https?$/ }).optional(),
  MEILI_KEY: z.string().min(1).optional(),
  MEILI_PREFIX: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be small letters, digits and hyphens')
    .default('passerelle'),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  COUNTRY: z.enum(countryCodes).default('CI'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).optional(),
  SMS_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_WEBHOOK_TOKEN: z.string().min(1).optional(),
  TILES_URL: z
    .string()
    // The host goes into a header: letters, digits, dots and hyphens only.
    .regex(/^https?:\/\/(\{s\}\.)?[\w.-]+(:\d+)?\/\S*$/, 'must be an address of http or https')
    .regex(/\{z\}/, 'must hold {z}')
    .regex(/\{x\}/, 'must hold {x}')
    .regex(/\{y\}/, 'must hold {y}')
    .optional(),
  TILES_ATTRIBUTION: z.string().max(300).optional(),
  STAFF_TWO_FACTOR: flag.default(true),
  LIMIT_FACTOR: z.coerce.number().min(1).max(1000).default(1),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

/** What the process was told, checked, and frozen. Read once, by `readConfig`. */
export interface Config {
  readonly mode: 'production' | 'demo' | 'development' | 'test'
  /** The address people use, without a trailing slash. */
  readonly appUrl: string
  readonly host: string
  readonly port: number
  readonly trustProxy: boolean
  readonly databaseUrl: string
  readonly searchFile: string
  /** The deployer's own words for occupations and skills; null for the product's list. */
  readonly synonymsFile: string | null
  /** The Meilisearch server that holds the index instead of the file; null for the file. */
  readonly meili: {
    readonly url: string
    readonly key: string | null
    readonly prefix: string
  } | null
  readonly authSecret: string
  readonly country: (typeof countryCodes)[number]
  readonly smtp: { readonly url: string; readonly from: string } | null
  readonly sms: { readonly url: string; readonly token: string | null } | null
  /** Raster tiles under the interactive map; null for our own outlines alone. */
  readonly tiles: { readonly url: string; readonly attribution: string } | null
  /** Staff must use a second factor. */
  readonly staffTwoFactor: boolean
  /** Multiplies every rate limit: many people behind one address, or a load test. */
  readonly limitFactor: number
  readonly logLevel: string
}

/** A setting is missing or wrong; the message names the variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * Turns environment variables into the frozen config. Throws a `ConfigError` that names every
 * variable that is missing, malformed or contradicts another one.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    )
  }
  const value = parsed.data
  const problems: string[] = []
  if (value.APP_MODE === 'production') {
    if (!value.AUTH_SECRET)
      problems.push('AUTH_SECRET: must be set in production (32 characters or more)')
    if (!value.APP_URL) problems.push('APP_URL: must be set in production (the address people use)')
    if (value.MEILI_URL && !value.MEILI_KEY)
      problems.push('MEILI_KEY: must be set with MEILI_URL in production')
    if (!value.SMTP_URL)
      problems.push('SMTP_URL: must be set in production (codes are sent by e-mail)')
  }
  if (value.MEILI_KEY && !value.MEILI_URL) problems.push('MEILI_URL: must be set with MEILI_KEY')
  if (value.SMTP_URL && !value.MAIL_FROM) problems.push('MAIL_FROM: must be set with SMTP_URL')
  if (value.SMS_WEBHOOK_TOKEN && !value.SMS_WEBHOOK_URL) {
    problems.push('SMS_WEBHOOK_URL: must be set with SMS_WEBHOOK_TOKEN')
  }
  if (problems.length > 0) throw new ConfigError(problems.join('\n'))
  return Object.freeze({
    mode: value.APP_MODE,
    appUrl: (value.APP_URL ?? `http://localhost:${value.PORT}`).replace(/\/+$/, ''),
    host: value.HOST,
    port: value.PORT,
    trustProxy: value.TRUST_PROXY,
    databaseUrl: value.DATABASE_URL,
    searchFile: value.SEARCH_FILE,
    synonymsFile: value.SYNONYMS_FILE ?? null,
    meili: value.MEILI_URL
      ? {
          url: value.MEILI_URL.replace(/\/+$/, ''),
          key: value.MEILI_KEY ?? null,
          prefix: value.MEILI_PREFIX,
        }
      : null,
    authSecret: value.AUTH_SECRET ?? 'a secret for development, demo and tests only',
    country: value.COUNTRY,
    smtp: value.SMTP_URL ? { url: value.SMTP_URL, from: value.MAIL_FROM ?? '' } : null,
    sms: value.SMS_WEBHOOK_URL
      ? { url: value.SMS_WEBHOOK_URL, token: value.SMS_WEBHOOK_TOKEN ?? null }
      : null,
    tiles: value.TILES_URL
      ? { url: value.TILES_URL, attribution: value.TILES_ATTRIBUTION ?? '' }
      : null,
    staffTwoFactor: value.STAFF_TWO_FACTOR,
    limitFactor: value.LIMIT_FACTOR,
    logLevel: value.LOG_LEVEL,
  })
}
