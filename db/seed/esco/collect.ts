import type { ConceptTable } from '../../schema/concept.ts'
import type { ConceptBroaderTable } from '../../schema/concept-broader.ts'
import type { ConceptLabelTable } from '../../schema/concept-label.ts'
import type { OccupationSkillTable } from '../../schema/occupation-skill.ts'
import { DataFileError } from '../csv-rows.ts'
import type { Language } from './find-files.ts'

/** A row's place, for messages. */
export interface Place {
  readonly path: string
  readonly line: number
}

/** What an ESCO download says, checked and ready to write; relations name concepts by their number. */
export class EscoCollection {
  readonly concepts: ConceptTable[] = []
  readonly labels: ConceptLabelTable[] = []
  /** Pairs of concept and broader concept, one after the other. */
  readonly broader: number[] = []
  /** Triples of occupation, skill, and 1 for essential or 0 for useful. */
  readonly relations: number[] = []
  readonly #numbers = new Map<string, number>()
  readonly #worded = new Set<string>()

  /** The number of a concept, -1 when unknown. */
  find(uri: string): number {
    return this.#numbers.get(uri) ?? -1
  }

  /** The broader relations as rows. */
  *broaderRows(): Generator<ConceptBroaderTable> {
    for (let at = 0; at < this.broader.length; at += 2) {
      yield {
        concept_uri: this.#uri(this.broader[at]),
        broader_uri: this.#uri(this.broader[at + 1]),
        source: 'esco',
      }
    }
  }

  /** The relations between occupations and skills as rows. */
  *relationRows(): Generator<OccupationSkillTable> {
    for (let at = 0; at < this.relations.length; at += 3) {
      yield {
        occupation_uri: this.#uri(this.relations[at]),
        skill_uri: this.#uri(this.relations[at + 1]),
        relation: this.relations[at + 2] === 1 ? 'essential' : 'useful',
        source: 'esco',
      }
    }
  }

  #uri(number: number | undefined): string {
    return this.concepts[number ?? -1]?.uri ?? ''
  }

  kindOf(uri: string): ConceptTable['kind'] | undefined {
    return this.concepts[this.find(uri)]?.kind
  }

  /** Adds a concept, or leaves the one that another language's file brought already. */
  addConcept(concept: ConceptTable, at: Place): void {
    const known = this.concepts[this.find(concept.uri)]
    if (known === undefined) {
      this.#numbers.set(concept.uri, this.concepts.length)
      this.concepts.push(concept)
    } else if (known.kind !== concept.kind) {
      const problem = `${concept.uri} is a ${known.kind} elsewhere`
      throw new DataFileError(at.path, problem, { line: at.line, column: 'conceptUri' })
    }
  }

  hasLabels(uri: string, lang: Language): boolean {
    return this.#worded.has(`${lang} ${uri}`)
  }

  /** Adds the words for a concept in one language. Throws when that language's files bring the concept twice. */
  addLabels(
    uri: string,
    lang: Language,
    words: {
      preferred: string
      feminine?: string
      alternatives?: Iterable<string>
      description?: string
    },
    at: Place,
  ): void {
    if (this.hasLabels(uri, lang)) {
      throw new DataFileError(at.path, `${uri} stands here twice`, {
        line: at.line,
        column: 'conceptUri',
      })
    }
    this.#worded.add(`${lang} ${uri}`)
    const add = (role: ConceptLabelTable['role'], label: string | undefined, position = 0) => {
      if (!label) return
      this.labels.push({ concept_uri: uri, lang, role, source: 'esco', position, label })
    }
    add('preferred', words.preferred)
    add('feminine', words.feminine)
    let position = 0
    for (const label of words.alternatives ?? []) add('alternative', label, position++)
    add('description', words.description)
  }
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const uriForm = new RegExp(
  `^http://data\\.europa\\.eu/esco/(?:(?:occupation|skill)/${uuid}|skill/[A-Z][0-9.]*|isco/C[0-9]{1,4}|isced-f/[0-9]{2,4})$`,
  'i',
)

/** The cell as a concept's URI. Throws `DataFileError` when it is none: the file may be cut off there. */
export function conceptUri(cell: string, column: string, at: Place): string {
  const uri = cell.trim()
  if (uriForm.test(uri)) return uri
  const problem = `not the URI of an ESCO concept: ${JSON.stringify(uri.slice(0, 120))}`
  throw new DataFileError(at.path, problem, { line: at.line, column })
}
