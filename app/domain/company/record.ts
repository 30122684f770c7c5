import { z } from 'zod'
import { isCountryCode } from '#app/domain/countries/names.ts'
import { day, id, line, version, wholeNumber } from '#app/domain/fields.ts'
import { companyEdit, type SizeBand, visibilities } from './company.ts'

/** What a firm can be to people who look for work, and to a chamber. */
export const companyRoles = [
  'employer',
  'intern-host',
  'trainer',
  'buyer',
  'mentor',
  'investor',
] as const
export type CompanyRole = (typeof companyRoles)[number]

export const documentKinds = ['registration', 'tax', 'agreement', 'survey', 'other'] as const
export const consents = ['unknown', 'asked', 'given', 'refused'] as const
export type Consent = (typeof consents)[number]

/** Further sectors beside the main one, at most. */
export const mostSectors = 5
/** People to contact in one company, at most. */
export const mostContacts = 20
/** Papers kept of one company, at most. */
export const mostDocuments = 20

/** The size band that a headcount falls in. */
export function bandOf(headcount: number): SizeBand {
  if (headcount <= 1) return '1'
  if (headcount <= 9) return '2-9'
  if (headcount <= 49) return '10-49'
  return headcount <= 249 ? '50-249' : '250+'
}

const email = z.email('form.email').max(254)
const phoneText = line(40)

/** What a chamber writes down beyond what a firm says of itself in public. */
export const recordFacts = z.object({
  headcount: wholeNumber(0, 500_000).optional(),
  foundedYear: wholeNumber(1800, 2100).optional(),
  capitalOrigin: z.string().refine(isCountryCode, 'form.invalid').optional(),
  // A choice left empty is sent all the same.
  sectors: z
    .array(
      z
        .string()
        .regex(/^\d{2}$/, 'form.invalid')
        .optional(),
    )
    .max(mostSectors, 'form.invalid')
    .default([])
    .transform((codes) => [...new Set(codes.filter((code) => code !== undefined))]),
  roles: z.array(z.enum(companyRoles)).default([]),
  phone: phoneText.optional(),
  email: email.optional(),
  visibility: z.enum(visibilities),
})
export type RecordFacts = z.output<typeof recordFacts>

/** The whole record as staff edit it in one form. */
export const recordEdit = companyEdit.extend(recordFacts.shape)
export type RecordEdit = z.output<typeof recordEdit>

/** A person to contact, as a form sends them; the version is 0 for somebody new. */
export const contactEntry = z.object({
  contactId: id.optional(),
  version: version.optional(),
  name: line(120).refine((text) => text.length >= 2, 'form.tooShort|2'),
  position: line(120).optional(),
  email: email.optional(),
  phone: phoneText.optional(),
  consent: z.enum(consents),
  consentDay: day.optional(),
})
export type ContactEntry = z.output<typeof contactEntry>

/** A paper's kind and title; its bytes travel apart. */
export const documentEntry = z.object({
  kind: z.enum(documentKinds),
  title: line(120).refine((text) => text.length >= 2, 'form.tooShort|2'),
})

/** A point typed or pasted as `latitude, longitude` in degrees; empty takes the point away. */
export const sitePoint = z.object({
  siteId: id,
  point: line(60).optional(),
})

/**
 * The point in a text such as `5.3364, -4.0267` or `5,3364 -4,0267` (degrees WGS 84); null when it is
 * none on Earth.
 */
export function parsePoint(text: string): { lat: number; lng: number } | null {
  const number = /[-+]?\d{1,3}(?:[.,]\d{1,8})?/y
  const parts = text
    .trim()
    // A comma between digits is a decimal sign only where another sign parts the two numbers.
    .split(/\s*[;]\s*|,\s+|\s+/)
    .filter(Boolean)
  const pair = parts.length === 1 ? text.trim().split(',') : parts
  if (pair.length !== 2) return null
  const [lat, lng] = pair.map((part) => {
    number.lastIndex = 0
    const found = number.exec(part.trim())?.[0]
    return found?.length === part.trim().length ? Number(found.replace(',', '.')) : Number.NaN
  })
  if (lat === undefined || lng === undefined) return null
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? { lat, lng } : null
}

interface Point {
  readonly lat: number
  readonly lng: number
}

/** Kilometres from a known place within which a point counts as lying in the country. */
const nearEnoughKm = 50

/** True when a point lies near one of a country's places: a swapped sign or order puts it in the sea. */
export function liesAmong(places: readonly Point[], { lat, lng }: Point): boolean {
  const kmPerDegree = 111.2
  const narrowing = Math.cos((lat * Math.PI) / 180)
  return places.some((place) => {
    const north = (place.lat - lat) * kmPerDegree
    const east = (place.lng - lng) * kmPerDegree * narrowing
    return north * north + east * east <= nearEnoughKm * nearEnoughKm
  })
}
