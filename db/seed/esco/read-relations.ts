import { basename } from 'node:path'
import { DataFileError, eachRow } from '../csv-rows.ts'
import { conceptUri, type EscoCollection } from './collect.ts'
import type { EscoFiles } from './find-files.ts'

/** The greatest share of relations that may name a concept which no table brings (ESCO v1.1.1: under 0.1 %). */
const mostUnresolved = 0.01

/** The greatest share of occupations without a skill, and of skills without anything broader, in a whole download. */
const mostBare = 0.1

export interface RelationCounts {
  readonly read: number
  readonly unresolved: number
}

/** Reads which skills occupations ask for. `optional` skills become useful ones. */
export async function readSkillRelations(
  files: EscoFiles,
  esco: EscoCollection,
): Promise<RelationCounts> {
  const path = files.related.occupationSkillRelations
  const seen = new Set<number>()
  const served = new Set<number>()
  let read = 0
  let unresolved = 0
  await eachRow(path, ['occupationUri', 'relationType', 'skillUri'], ({ line, cells }) => {
    const at = { path, line }
    const occupationUri = conceptUri(cells.occupationUri, 'occupationUri', at)
    const skillUri = conceptUri(cells.skillUri, 'skillUri', at)
    const type = cells.relationType.trim()
    if (type !== 'essential' && type !== 'optional') {
      const problem = `neither essential nor optional: ${JSON.stringify(type)}`
      throw new DataFileError(path, problem, { line, column: 'relationType' })
    }
    read++
    if (esco.kindOf(occupationUri) !== 'occupation' || esco.kindOf(skillUri) !== 'skill') {
      unresolved++
      return
    }
    const occupation = esco.find(occupationUri)
    const skill = esco.find(skillUri)
    if (isRepeated(seen, occupation, skill, esco)) return
    served.add(occupation)
    esco.relations.push(occupation, skill, type === 'essential' ? 1 : 0)
  })
  checkResolved(path, read, unresolved)
  const occupations = esco.concepts.filter(({ kind }) => kind === 'occupation').length
  checkBare(path, occupations - served.size, occupations, 'occupations have no skill')
  return { read, unresolved }
}

/** Reads the broader relations of one pillar. */
export async function readBroader(
  path: string,
  kind: 'occupation' | 'skill',
  esco: EscoCollection,
): Promise<RelationCounts> {
  const seen = new Set<number>()
  const placed = new Set<number>()
  let read = 0
  let unresolved = 0
  await eachRow(path, ['conceptUri', 'broaderUri'], ({ line, cells }) => {
    const at = { path, line }
    const concept = esco.find(conceptUri(cells.conceptUri, 'conceptUri', at))
    const broader = esco.find(conceptUri(cells.broaderUri, 'broaderUri', at))
    read++
    if (concept === -1 || broader === -1) unresolved++
    else if (concept !== broader && !isRepeated(seen, concept, broader, esco)) {
      placed.add(concept)
      esco.broader.push(concept, broader)
    }
  })
  checkResolved(path, read, unresolved)
  let all = 0
  let bare = 0
  esco.concepts.forEach((concept, number) => {
    if (concept.kind !== kind) return
    all++
    if (!placed.has(number)) bare++
  })
  checkBare(path, bare, all, `${kind}s have no broader concept`)
  return { read, unresolved }
}

function isRepeated(seen: Set<number>, one: number, other: number, esco: EscoCollection): boolean {
  const pair = one * esco.concepts.length + other
  if (seen.has(pair)) return true
  seen.add(pair)
  return false
}

function checkResolved(path: string, read: number, unresolved: number): void {
  if (read === 0) throw new DataFileError(path, 'the file has no rows')
  if (unresolved / read > mostUnresolved) {
    const problem = `${unresolved} of ${read} relations name concepts that the other files do not have: do the files belong together?`
    throw new DataFileError(path, problem)
  }
}

function checkBare(path: string, bare: number, all: number, what: string): void {
  if (bare / all > mostBare) {
    throw new DataFileError(path, `${bare} of ${all} ${what}: is ${basename(path)} cut off?`)
  }
}
