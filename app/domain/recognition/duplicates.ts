import {
  compareNames,
  type NameKey,
  nameKey,
  plainWeight,
  type WordWeight,
  weightsFrom,
} from './company-name.ts'
import { editDistance, soundOf } from './text.ts'

/** What is known of a company where twins are looked for. */
export interface TwinFacts {
  readonly id: string
  readonly legalName: string
  readonly tradeName?: string | null
  /** Official numbers as stored; `entityKey` is the part that names the legal entity. */
  readonly identifiers?: readonly {
    readonly scheme: string
    readonly value: string
    readonly entityKey: string
  }[]
  /** E.164. */
  readonly phones?: readonly string[]
  readonly emails?: readonly string[]
  readonly website?: string | null
  readonly sites?: readonly {
    readonly placeId: string | null
    readonly lat?: number | null
    readonly lng?: number | null
  }[]
}

/** Why two companies may be one, or why not; words for each stand in the messages. */
export type TwinReason =
  | { readonly kind: 'sameIdentifier'; readonly scheme: string; readonly value: string }
  | { readonly kind: 'sameEntity'; readonly scheme: string; readonly entityKey: string }
  | { readonly kind: 'otherIdentifier'; readonly scheme: string; readonly slip: boolean }
  | { readonly kind: 'sameName'; readonly name: string }
  | { readonly kind: 'nameAlike'; readonly percent: number }
  | { readonly kind: 'initials'; readonly letters: string }
  | { readonly kind: 'samePhone'; readonly phone: string }
  | { readonly kind: 'sameEmail'; readonly email: string }
  | { readonly kind: 'sameEmailDomain'; readonly domain: string }
  | { readonly kind: 'sameWebsite'; readonly domain: string }
  | { readonly kind: 'samePlace'; readonly placeId: string }
  | { readonly kind: 'distance'; readonly km: number }

/** Two companies with at least this score are shown to staff as likely twins. */
export const likely = 0.5
/** From this score on there is hardly a doubt. */
export const sure = 0.9

export interface TwinScore {
  /** 0 to 1: how likely the two are one company. */
  readonly score: number
  readonly reasons: TwinReason[]
}

export interface Twin extends TwinScore {
  readonly id: string
}

// Evidence is added up as log-odds: what each piece makes more or less likely, judged on labelled pairs.
const before = -6
const evidence = {
  phone: 4.5,
  otherPhone: -0.7,
  email: 4.5,
  website: 3,
  emailDomain: 2.5,
  samePlace: 1.5,
  near: 0.5,
  apart: -1.5,
  far: -3.5,
  otherNumber: -6,
  slipInNumber: -1,
} as const

/** How alike two companies are, and why. Symmetric. */
export function scoreTwins(a: TwinFacts, b: TwinFacts): TwinScore {
  return scorePrepared(prepare(a), prepare(b), plainWeight)
}

interface Prepared {
  readonly facts: TwinFacts
  readonly names: readonly { readonly text: string; readonly key: NameKey }[]
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  readonly emailDomains: readonly string[]
  readonly domain: string | null
}

function prepare(facts: TwinFacts): Prepared {
  const texts = [...new Set([facts.legalName, facts.tradeName ?? ''])].filter(
    (text) => text.trim() !== '',
  )
  // "Compagnie Ivoirienne d'Électricité (CIE)": what stands in brackets is often another name.
  const bracketed = texts.flatMap((text) => {
    const found = /^(.{4,}?)\s*\(([^()]{2,40})\)\s*$/.exec(text)
    return found?.[1] && found[2] ? [found[1], found[2]] : []
  })
  const emails = (facts.emails ?? []).map((email) => email.trim().toLowerCase()).filter(Boolean)
  return {
    facts,
    names: [...new Set([...texts, ...bracketed])].map((text) => ({ text, key: nameKey(text) })),
    phones: (facts.phones ?? []).filter(Boolean),
    emails,
    emailDomains: emails.flatMap((email) => ownDomain(email.split('@')[1] ?? '') ?? []),
    domain: facts.website ? ownDomain(facts.website) : null,
  }
}

const publicDomains =
  /^(gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|icloud|me|aol|aviso|orange|wanadoo|free|laposte|sfr|afnet|topnet|planet|gnet|hexabyte|menara|sentoo|arc|protonmail|proton|gmx|facebook|instagram|linkedin|wa|wixsite|wordpress|blogspot|jimdofree|business|google|sites|mail)\.|^(facebook|instagram|linkedin)\.com$/

/** The domain of a web or mail address that belongs to one company; null for those that everybody uses. */
function ownDomain(address: string): string | null {
  const host = address
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\d?\./, '')
    .split(/[/?#:]/)[0]
  if (!host?.includes('.') || publicDomains.test(host)) return null
  return host
}

function scorePrepared(a: Prepared, b: Prepared, weight: WordWeight): TwinScore {
  const reasons: TwinReason[] = []
  const numbers = compareNumbers(a.facts, b.facts)
  if (numbers) reasons.push(numbers)
  const name = bestName(a, b, weight)
  if (name.initials) reasons.push({ kind: 'initials', letters: name.text })
  else if (name.likeness >= 0.995) reasons.push({ kind: 'sameName', name: name.text })
  else if (name.likeness >= 0.7) {
    reasons.push({ kind: 'nameAlike', percent: Math.round(name.likeness * 100) })
  }
  // How much an alike name says depends on how many may bear it.
  const said = Math.max(-4, 13.5 * (name.likeness - 0.52))
  let odds = before + (said > 0 ? said * (0.68 + 0.32 * name.told) : said)

  const phone = a.phones.find((one) => b.phones.includes(one))
  if (phone) {
    odds += evidence.phone
    reasons.push({ kind: 'samePhone', phone })
  } else if (a.phones.length > 0 && b.phones.length > 0) odds += evidence.otherPhone
  const email = a.emails.find((one) => b.emails.includes(one))
  const domains = (of: Prepared) => [...of.emailDomains, ...(of.domain ? [of.domain] : [])]
  if (email) {
    odds += evidence.email
    reasons.push({ kind: 'sameEmail', email })
  }
  if (a.domain !== null && a.domain === b.domain) {
    odds += evidence.website
    reasons.push({ kind: 'sameWebsite', domain: a.domain })
  } else if (!email) {
    const domain = domains(a).find((one) => domains(b).includes(one))
    if (domain) {
      odds += evidence.emailDomain
      reasons.push({ kind: 'sameEmailDomain', domain })
    }
  }
  const where = comparePlaces(a.facts, b.facts)
  if (where) {
    odds += where.odds
    reasons.push(where.reason)
  }
  if (numbers?.kind === 'otherIdentifier') {
    odds += numbers.slip ? evidence.slipInNumber : evidence.otherNumber
  }
  let score = 1 / (1 + Math.exp(-odds))
  if (numbers?.kind === 'sameIdentifier') score = Math.max(score, name.likeness > 0.3 ? 0.98 : 0.9)
  if (numbers?.kind === 'sameEntity') score = Math.max(score, name.likeness > 0.3 ? 0.95 : 0.85)
  return { score: Math.round(score * 1000) / 1000, reasons }
}

function compareNumbers(a: TwinFacts, b: TwinFacts): TwinReason | null {
  let other: TwinReason | null = null
  for (const one of a.identifiers ?? []) {
    for (const two of b.identifiers ?? []) {
      if (one.scheme !== two.scheme) continue
      const { scheme } = one
      if (one.value === two.value) return { kind: 'sameIdentifier', scheme, value: one.value }
      if (one.entityKey === two.entityKey) {
        return { kind: 'sameEntity', scheme, entityKey: one.entityKey }
      }
      const slip = one.entityKey.length >= 6 && editDistance(one.entityKey, two.entityKey, 1) === 1
      other = { kind: 'otherIdentifier', scheme, slip }
    }
  }
  return other
}

function bestName(a: Prepared, b: Prepared, weight: WordWeight) {
  let best = { likeness: 0, told: 0, initials: false, text: '' }
  for (const one of a.names) {
    for (const two of b.names) {
      const found = compareNames(one.key, two.key, weight)
      if (found.likeness * (0.5 + found.told / 2) > best.likeness * (0.5 + best.told / 2)) {
        best = { ...found, text: one.text.length <= two.text.length ? one.text : two.text }
      }
    }
  }
  return best
}

function comparePlaces(a: TwinFacts, b: TwinFacts): { odds: number; reason: TwinReason } | null {
  let least: number | null = null
  for (const one of a.sites ?? []) {
    for (const two of b.sites ?? []) {
      if (one.placeId !== null && one.placeId === two.placeId) {
        return {
          odds: evidence.samePlace,
          reason: { kind: 'samePlace', placeId: one.placeId },
        }
      }
      if (one.lat == null || one.lng == null || two.lat == null || two.lng == null) continue
      const km = distanceKm(one.lat, one.lng, two.lat, two.lng)
      if (least === null || km < least) least = km
    }
  }
  if (least === null) return null
  const odds = least <= 25 ? evidence.near : least <= 60 ? evidence.apart : evidence.far
  return { odds, reason: { kind: 'distance', km: Math.round(least * 10) / 10 } }
}

function distanceKm(lat1: number, lng1: number, lat2: number, lng2: number): number {
  const rad = Math.PI / 180
  const x = (lng2 - lng1) * rad * Math.cos(((lat1 + lat2) / 2) * rad)
  const y = (lat2 - lat1) * rad
  return 6371 * Math.hypot(x, y)
}

/** Blocks with more companies than this say too little to look at each of them. */
const largestBlock = 60
/** Companies compared in full for one candidate. */
const mostCompared = 16
const mostTwins = 10

/** Finds the likely twins of a candidate, best first, without the candidate itself. */
export type TwinFinder = (candidate: TwinFacts) => Twin[]

/** Companies among which twins are found, added one by one: tens of thousands take seconds, which others may use between. */
export interface TwinIndex {
  add(company: TwinFacts): void
  /** The finder over all that were added so far. */
  finder(): TwinFinder
}

/**
 * Indexes companies so that the twins of any candidate are found in a fraction of a millisecond: only companies that
 * share a number, a phone, an address or a telling part of the name are compared in full.
 */
export function buildTwinFinder(companies: readonly TwinFacts[]): TwinFinder {
  const index = twinIndex()
  for (const company of companies) index.add(company)
  return index.finder()
}

/** An empty index of companies. */
export function twinIndex(): TwinIndex {
  const prepared: Prepared[] = []
  const counts = new Map<string, number>()
  const blocks = new Map<string, number[]>()
  return {
    add(company) {
      const one = prepare(company)
      const at = prepared.push(one) - 1
      for (const word of new Set(one.names.flatMap((name) => name.key.words))) {
        counts.set(word, (counts.get(word) ?? 0) + 1)
      }
      for (const key of blockKeys(one)) {
        const block = blocks.get(key)
        if (block) block.push(at)
        else blocks.set(key, [at])
      }
    },
    finder() {
      const weight = weightsFrom(counts, prepared.length)
      return (candidate) => {
        const facts = prepare(candidate)
        return bestBlocks(facts, blocks)
          .flatMap((at): Twin[] => {
            const other = prepared[at]
            if (!other || other.facts.id === candidate.id) return []
            const found = scorePrepared(facts, other, weight)
            return found.score >= likely ? [{ id: other.facts.id, ...found }] : []
          })
          .sort((one, two) => two.score - one.score)
          .slice(0, mostTwins)
      }
    },
  }
}

/** The companies that share most with a candidate; what few share counts for more. */
function bestBlocks(facts: Prepared, blocks: ReadonlyMap<string, readonly number[]>): number[] {
  const votes = new Map<number, number>()
  for (const key of blockKeys(facts)) {
    const block = blocks.get(key)
    if (!block || (block.length > largestBlock && !key.startsWith('n:'))) continue
    const vote = 1 / Math.sqrt(block.length)
    for (const at of block.slice(0, 4 * largestBlock)) votes.set(at, (votes.get(at) ?? 0) + vote)
  }
  return [...votes]
    .sort((one, two) => two[1] - one[1])
    .slice(0, mostCompared)
    .map(([at]) => at)
}

function blockKeys(one: Prepared): Set<string> {
  const keys = new Set<string>()
  for (const { scheme, entityKey } of one.facts.identifiers ?? [])
    keys.add(`i:${scheme}:${entityKey}`)
  for (const phone of one.phones) keys.add(`p:${phone}`)
  for (const email of one.emails) keys.add(`e:${email}`)
  for (const domain of [...one.emailDomains, ...(one.domain ? [one.domain] : [])])
    keys.add(`d:${domain}`)
  const places = new Set((one.facts.sites ?? []).map((site) => site.placeId ?? ''))
  for (const { key } of one.names) {
    if (key.joined === '') continue
    keys.add(`n:${key.joined}`)
    keys.add(`n:${key.key}`)
    const stems = key.words.map((word) => soundOf(word).slice(0, 5))
    for (const stem of stems) {
      keys.add(`w:${stem}`)
      // A word that many have counts together with its place or with another word.
      for (const place of places) keys.add(`w:${stem}:${place}`)
    }
    for (let i = 0; i < Math.min(stems.length, 5); i++) {
      for (let j = i + 1; j < Math.min(stems.length, 5); j++) {
        keys.add(`w:${[stems[i], stems[j]].sort().join('+')}`)
      }
    }
    if (key.words.length === 1 && key.joined.length <= 9) keys.add(`a:${key.joined}`)
    for (const letters of initialsOf(key.spoken)) keys.add(`a:${letters}`)
  }
  return keys
}

/** Initials that a long name may go by: one or two letters of each word, with or without the last. */
function initialsOf(spoken: readonly string[]): Set<string> {
  const found = new Set<string>()
  if (spoken.length < 3 || spoken.length > 6) return found
  for (const words of [spoken, spoken.length > 3 ? spoken.slice(0, -1) : spoken]) {
    let ways = ['']
    for (const word of words) {
      ways = ways.flatMap((way) => [way + word.slice(0, 1), way + word.slice(0, 2)])
    }
    for (const way of ways) if (way.length >= 3 && way.length <= 9) found.add(way)
  }
  return found
}
