import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import {
  type EnqueuedTask,
  Meilisearch,
  MeilisearchApiError,
  MeilisearchRequestError,
} from 'meilisearch'
import { SearchUnavailable } from '../unavailable.ts'

export interface MeilisearchServer {
  /** Where the server answers, `http://host:7700`. */
  readonly url: string
  /** Master or admin key; none for a server without keys. */
  readonly key?: string | null
  /** Begins the names of this deployment's indexes: `passerelle` unless told. */
  readonly prefix?: string
}

/** What the ranking rule `attributeRank` needs. */
const LEAST_VERSION = [1, 36] as const
const VERIFIED_VERSION = '1.50.0'
const REQUEST_TIMEOUT_MS = 5000
/** After a request that was waited for in vain, calls fail at once for so long; then one tries again. */
const REST_MS = 2000
/** The same where nobody listens, which is known within milliseconds: one that starts is found soon. */
const REFUSED_REST_MS = 100
/** What a request ends with that was refused, or broken off, by a server that ended. */
const REFUSED = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'])
/** A change may wait behind a batch of a rebuild. */
const TASK_TIMEOUT_MS = 120_000
const FIRST_PAUSE_MS = 4
const LONGEST_PAUSE_MS = 200
/** What the key of searches may do: read. */
const SEARCH_ACTIONS = ['search', 'documents.get']

/** The clients of one server: one that may write, one that may only read. */
export class Connection {
  readonly url: string
  readonly prefix: string
  readonly writer: Meilisearch
  /** Of the server; null until it has been asked. */
  version: string | null = null
  readonly #key: string | undefined
  #reader: Meilisearch
  /** Until when (`performance.now()`) the server is left alone; null while it answers. */
  #restsUntil: number | null = null
  #restMs = REST_MS

  constructor({ url, key, prefix = 'passerelle' }: MeilisearchServer) {
    this.url = url
    this.prefix = prefix
    this.#key = key ?? undefined
    this.writer = this.#client(this.#key)
    this.#reader = this.writer
  }

  /** Searches with a key that cannot write, once `readWithSearchKey` has found one. */
  get reader(): Meilisearch {
    return this.#reader
  }

  /**
   * Throws while the server is left alone, so that a page waits for a server that is down once and
   * not for each of its questions. After the rest one caller passes and finds out.
   */
  checkRest(): void {
    if (this.#restsUntil === null) return
    const now = performance.now()
    if (now < this.#restsUntil) throw this.#noAnswer()
    this.#restsUntil = now + this.#restMs
  }

  /** Tells that a call was answered. */
  answered(): void {
    this.#restsUntil = null
  }

  #noAnswer(cause?: unknown): SearchUnavailable {
    return new SearchUnavailable(`Meilisearch at ${this.url} does not answer`, { cause })
  }

  /** Rejects when the server is too old for the settings of the indexes. */
  async checkVersion(): Promise<void> {
    const { pkgVersion } = await this.writer.getVersion()
    this.version = pkgVersion
    const [major = 0, minor = 0] = pkgVersion.split('.').map(Number)
    const [leastMajor, leastMinor] = LEAST_VERSION
    if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return
    throw new SearchUnavailable(
      `Meilisearch at ${this.url} is version ${pkgVersion}: ${LEAST_VERSION.join('.')} or newer is needed ` +
        `(verified with ${VERIFIED_VERSION})`,
    )
  }

  /** Forgets the key of searches: the server may have lost it. */
  forgetSearchKey(): void {
    this.#reader = this.writer
  }

  /**
   * Makes searches use a key that may read the indexes of this prefix and nothing else, created
   * where missing. A server without keys, or a given key that may not make any, is left as it is.
   */
  async readWithSearchKey(): Promise<void> {
    if (this.#key === undefined || this.#reader !== this.writer) return
    const uid = uuidOf(`${this.prefix} search`)
    try {
      const found = await this.writer.getKey(uid).catch((error: unknown) => {
        if (codeOf(error) !== 'api_key_not_found') throw error
        return this.writer.createKey({
          uid,
          name: `${this.prefix} search`,
          description: 'Reads the indexes of the application',
          actions: SEARCH_ACTIONS,
          indexes: [`${this.prefix}_*`],
          expiresAt: null,
        })
      })
      this.#reader = this.#client(found.key)
    } catch (error) {
      const code = codeOf(error)
      if (code === 'missing_master_key' || code === 'invalid_api_key') return
      // Another process made it in the meantime: it is found the next time.
      if (code !== 'api_key_already_exists') throw error
    }
  }

  /** Resolves when the server has done a task; rejects with its message when it failed. */
  async done(enqueued: EnqueuedTask | Promise<EnqueuedTask>): Promise<void> {
    const { taskUid } = await enqueued
    const until = performance.now() + TASK_TIMEOUT_MS
    for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(LONGEST_PAUSE_MS, wait * 1.5)) {
      const task = await this.writer.tasks.getTask(taskUid)
      if (task.status === 'succeeded') return
      if (task.status === 'failed' || task.status === 'canceled') {
        throw new TaskFailed(
          `Meilisearch: task ${taskUid} (${task.type}) ${task.status}: ${task.error?.message ?? ''}`,
          task.error?.code ?? '',
        )
      }
      if (performance.now() > until) {
        throw new SearchUnavailable(`Meilisearch at ${this.url} is too slow: task ${taskUid} waits`)
      }
      await pause(wait)
    }
  }

  /** The same for several, which the server does in the order they were asked for. */
  async allDone(enqueued: readonly EnqueuedTask[]): Promise<void> {
    for (const task of enqueued) await this.done(task)
  }

  /** The error that a caller of the engine should see for one of the client. */
  translated(error: unknown): unknown {
    // The second is what comes of an answer cut short.
    if (error instanceof MeilisearchRequestError || error instanceof SyntaxError) {
      this.#restMs = wasRefused(error) ? REFUSED_REST_MS : REST_MS
      this.#restsUntil = performance.now() + this.#restMs
      return this.#noAnswer(error)
    }
    if (error instanceof MeilisearchApiError) {
      const { status } = error.response
      if (status >= 500 || status === 401 || status === 403 || isMissingIndex(error)) {
        return new SearchUnavailable(`Meilisearch at ${this.url}: ${error.message}`, {
          cause: error,
        })
      }
    }
    return error
  }

  #client(apiKey: string | undefined): Meilisearch {
    const key = apiKey === undefined ? {} : { apiKey }
    return new Meilisearch({ host: this.url, timeout: REQUEST_TIMEOUT_MS, ...key })
  }
}

/** A task that the server took and could not do. */
export class TaskFailed extends Error {
  override readonly name = 'TaskFailed'
  readonly code: string

  constructor(message: string, code: string) {
    super(message)
    this.code = code
  }
}

/** Whether an index, or the key of searches, is no longer there: the server has lost its data. */
export function isLost(error: unknown): boolean {
  return isMissingIndex(error) || codeOf(error) === 'invalid_api_key'
}

export function isMissingIndex(error: unknown): boolean {
  return codeOf(error) === 'index_not_found'
}

/** The server's code of an error, empty for other errors. */
export function codeOf(error: unknown): string {
  if (error instanceof TaskFailed) return error.code
  return error instanceof MeilisearchApiError ? (error.cause?.code ?? '') : ''
}

/** Whether nobody was there to answer, or no longer: trying again costs no wait. */
function wasRefused(error: unknown): boolean {
  if (error instanceof SyntaxError) return true
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && REFUSED.has(String(cause.code))) return true
  }
  return false
}

/** A version 4 UUID that a name determines, so that every process makes the same key. */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-')
}
