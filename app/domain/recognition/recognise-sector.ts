import { atOnce, type Steps } from './in-steps.ts'
import { lexiconSteps, type Phrase, type WordedSector } from './sectors/lexicon.ts'
import type { Deed, Product } from './sectors/products.ts'
import { sectorCode } from './sectors/sector-code.ts'
import { isEmptyWord, type SectorWord, sectorWords } from './sectors/sector-words.ts'
import { foldText } from './text.ts'

/** What a text says a firm does: an ISIC Rev.4 division, or a section where only that is clear. `score` is 0 to 1. */
export type SectorRecognition =
  | { readonly kind: 'sure'; readonly code: string; readonly score: number }
  | { readonly kind: 'ask'; readonly codes: string[] }
  | { readonly kind: 'unknown' }

export type SectorRecogniser = (text: string) => SectorRecognition

interface Hit {
  readonly phrase: Phrase
  readonly apart: boolean
  readonly letters: number
  readonly slips: number
}

const mostCodes = 6
/** Below this share of a text's letters, what was understood is too little to be sure. */
const leastRead = 0.45

/**
 * Reads what firms of French, English and Arabic lists say they do: words with slips, deeds and things ("vente de
 * meubles", "transfo anacarde"), codes of ISIC and its national sisters. Several activities of one section give the
 * section, of several sections `ask`. Built once; the same text is read once.
 */
export function buildSectorRecogniser(sectors: readonly WordedSector[]): SectorRecogniser {
  return atOnce(sectorRecogniserSteps(sectors))
}

/** `buildSectorRecogniser` step by step. */
export function* sectorRecogniserSteps(sectors: readonly WordedSector[]): Steps<SectorRecogniser> {
  const lexicon = yield* lexiconSteps(sectors)
  const known = new Set(sectors.map((sector) => sector.code))
  const parentOf = new Map(sectors.map((sector) => [sector.code, sector.parent ?? sector.code]))

  const findHits = (words: readonly SectorWord[]): { hits: Hit[]; read: number; all: number } => {
    const hits: Hit[] = []
    let read = 0
    let all = 0
    for (let at = 0; at < words.length; ) {
      let taken = 0
      for (
        let size = Math.min(lexicon.longest, words.length - at);
        size > 0 && taken === 0;
        size--
      ) {
        const span = words.slice(at, at + size)
        const found = knownPhrase(span)
        if (found) {
          hits.push({ ...found, apart: span[0]?.apart ?? false })
          taken = size
          read += found.letters
        }
      }
      const word = words[at]
      if (taken === 0 && word && !isEmptyWord(word.stem)) {
        const corrected = nearestPhrase(words, at)
        if (corrected) {
          hits.push({ ...corrected, apart: word.apart })
          taken = corrected.size
          read += corrected.letters
        }
      }
      for (const one of words.slice(at, at + Math.max(taken, 1))) {
        if (taken > 0 || !isEmptyWord(one.stem)) all += one.stem.length
      }
      at += Math.max(taken, 1)
    }
    return { hits, read, all }
  }

  /** The spellings that a word may stand for: itself where we know it, else the words nearest to it. */
  const meant = new Map<string, { stem: string; slips: number }[]>()
  const optionsFor = (stem: string) => {
    if (lexicon.knowsWord(stem) || isEmptyWord(stem) || stem.length < 5) return [{ stem, slips: 0 }]
    let options = meant.get(stem)
    if (!options) {
      const near = lexicon
        .nearWords(stem)
        .filter((one) => one.slips <= (stem.length >= 8 ? 2 : 1.5))
      const least = near[0]?.slips ?? 0
      options = near
        .filter((one) => one.slips <= least + 0.5)
        .slice(0, 3)
        .map((one) => ({ stem: one.spelling, slips: one.slips }))
      options.push({ stem, slips: 0 })
      if (meant.size >= 50_000) meant.clear()
      meant.set(stem, options)
    }
    return options
  }

  /** The phrase that these words are, words with slips read as the nearest that makes one. */
  const knownPhrase = (span: readonly SectorWord[]) => {
    let ways = [{ key: '', slips: 0, written: 0 }]
    for (const { stem } of span) {
      const options = optionsFor(stem)
      ways = ways.flatMap((way) =>
        options.map((one) => ({
          key: way.key + one.stem,
          slips: way.slips + one.slips,
          written: way.written + stem.length,
        })),
      )
      if (ways.length > 12) ways = ways.slice(0, 12)
    }
    let best: { phrase: Phrase; letters: number; slips: number } | null = null
    for (const { key, slips, written } of ways) {
      const phrase = lexicon.phrases.get(key)
      if (!phrase || (best && slips > best.slips)) continue
      // Two readings as near as each other are none.
      if (best && slips === best.slips && !same(phrase, best.phrase)) return null
      best = { phrase, letters: written, slips }
    }
    return best
  }

  /** A phrase of one or two words from here, with slips; null where none is near or two are equally near. */
  const nearestPhrase = (words: readonly SectorWord[], at: number) => {
    for (const size of [2, 1]) {
      if (at + size > words.length) continue
      const key = words
        .slice(at, at + size)
        .map((word) => word.stem)
        .join('')
      if (key.length < (size === 2 ? 8 : 5)) continue
      const [best, second] = lexicon.near(key)
      if (!best || best.slips > (size === 1 && key.length >= 8 ? 2 : 1)) continue
      const phrase = lexicon.phrases.get(best.spelling)
      const rival = second && lexicon.phrases.get(second.spelling)
      if (!phrase || (rival && second.slips <= best.slips && !same(phrase, rival))) continue
      return { phrase, size, letters: key.length, slips: best.slips }
    }
    return null
  }

  const conclude = (found: readonly (readonly string[])[], score: number): SectorRecognition => {
    const codes = [...new Set(found.flat())]
    const [first] = codes
    if (first === undefined) return { kind: 'unknown' }
    const shared = codes.filter((code) => found.every((one) => one.includes(code)))
    const [only] = shared
    if (only !== undefined && shared.length === 1) return { kind: 'sure', code: only, score }
    const parents = [...new Set(codes.map((code) => parentOf.get(code) ?? code))]
    const [section] = parents
    if (section !== undefined && parents.length === 1) return { kind: 'sure', code: section, score }
    return { kind: 'ask', codes: codes.slice(0, mostCodes) }
  }

  const read = (text: string): SectorRecognition => {
    const coded = sectorCode(text, known)
    if (coded && coded.rest === '') return { kind: 'sure', code: coded.code, score: 1 }
    const { hits, read: letters, all } = findHits(sectorWords(coded ? coded.rest : text))
    const found = codesOf(hits)
    if (coded) return conclude(agree(coded.code, found), 1)
    if (found.sure.length === 0) {
      const codes = [...new Set(found.open.flat())].slice(0, mostCodes)
      return codes.length > 0 ? { kind: 'ask', codes } : { kind: 'unknown' }
    }
    const slips = hits.reduce((sum, hit) => sum + hit.slips, 0)
    const share = all === 0 ? 0 : letters / all
    const answer = conclude(found.sure, Math.max(0, share - slips / Math.max(all, 1)))
    if (answer.kind === 'sure' && share < leastRead) return { kind: 'ask', codes: [answer.code] }
    return answer
  }

  /** A code followed by words: the code, unless the words clearly say another section. */
  const agree = (code: string, found: Codes): string[][] => {
    const said = found.sure.flat()
    const fits = said.length === 0 || said.some((one) => parentOf.get(one) === parentOf.get(code))
    return fits ? [[code]] : [[code], said]
  }

  const memory = new Map<string, SectorRecognition>()
  return (text) => {
    const key = foldText(text).trim()
    let answer = memory.get(key)
    if (!answer) {
      answer = read(text.slice(0, 400))
      if (memory.size >= 100_000) memory.clear()
      memory.set(key, answer)
    }
    return answer
  }
}

interface Codes {
  /** One entry for each activity said: its code, or those it may be. */
  readonly sure: string[][]
  readonly open: string[][]
}

/** Joins deeds with the things they are done to, and keeps the activities that were said outright. */
function codesOf(hits: readonly Hit[]): Codes {
  const sure: string[][] = []
  const open: string[][] = []
  const used = new Set<Hit>()
  const deedsFor = new Map<Hit, Hit[]>()
  hits.forEach((hit, at) => {
    if (!hit.phrase.product) return
    const before: Hit[] = []
    for (let back = at - 1; back >= 0; back--) {
      const one = hits[back]
      if (!one?.phrase.deed || one.phrase.product) break
      if (one.phrase.deed === 'haul' && (back !== at - 1 || hit.apart)) break
      before.push(one)
    }
    const after = hits[at + 1]
    const said = [...before]
    const own = hit.phrase.deed ? [hit] : []
    // "Riz (importation)", "vente de riz en gros": the deed may follow.
    if (after?.phrase.deed && !after.phrase.product && after.phrase.deed !== 'haul') {
      if (before.length === 0 || /^(gross|detail)$/.test(after.phrase.deed)) said.push(after)
    }
    const previous = hits[at - 1]
    // "Vente de riz, huile et sucre": what is done to the first is done to the others.
    const shared = previous?.phrase.product ? (deedsFor.get(previous) ?? []) : []
    const all = said.length > 0 ? said : shared.length > 0 ? shared : own
    if (all.length === 0) return
    deedsFor.set(hit, all)
    for (const one of all) used.add(one)
  })
  hits.forEach((hit, at) => {
    const { phrase } = hit
    const said = deedsFor.get(hit)
    if (phrase.product && said) {
      sure.push(codesByDeeds(phrase.product, new Set(said.flatMap((one) => one.phrase.deed ?? []))))
      return
    }
    if (used.has(hit)) return
    // "Atelier de soudure": the deed adds nothing to an industry named after it.
    const next = hits[at + 1]?.phrase
    const implied = phrase.deed === 'make' || phrase.deed === 'produce'
    if (implied && next && !next.open && !next.product && next.codes.size > 0) return
    // "Pêche industrielle": after an activity it is an adjective.
    if (phrase.deed === 'make' && at > 0 && !hit.apart) return
    if (phrase.codes.size > 0 && !phrase.open) sure.push([...phrase.codes])
    else if (phrase.codes.size > 0) {
      open.push([...phrase.codes])
      if (phrase.product && hits.length > 1) sure.push([...phrase.codes])
    } else if (phrase.product) {
      const { product } = phrase
      const codes = [...new Set([product.make, product.trade ?? '46', product.trade ?? '47'])]
      open.push(codes)
      if (hits.length > 1) sure.push(codes)
    }
  })
  return { sure, open }
}

function codesByDeeds(product: Product, done: ReadonlySet<Deed>): string[] {
  // Who makes a thing also buys, sells and delivers it.
  if (done.has('make')) return [product.make]
  if (done.has('produce')) return [product.grow ?? product.make]
  if (done.has('grow')) return [product.grow ?? '01']
  const codes = new Set<string>()
  if (done.has('install')) codes.add(product.install ?? '43')
  if (done.has('repair')) codes.add(product.repair ?? '33')
  if (done.has('rent')) codes.add(product.rent ?? '77')
  if (done.has('haul')) codes.add('49')
  const outright = done.has('gross')
  const retail = done.has('detail') || (done.has('sell') && !outright)
  const wholesale = outright || done.has('supply')
  if (done.has('trade') && !outright && !done.has('detail')) codes.add(product.trade ?? 'G')
  else if (retail && wholesale) codes.add(product.trade ?? 'G')
  else if (wholesale) codes.add(product.trade ?? '46')
  else if (retail) codes.add(product.trade ?? '47')
  return [...codes]
}

function same(a: Phrase, b: Phrase): boolean {
  return [...a.codes].join() === [...b.codes].join() && a.product === b.product && a.deed === b.deed
}
