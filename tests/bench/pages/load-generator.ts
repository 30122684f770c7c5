import { connect, type Socket } from 'node:net'
import { spread } from '../measure.ts'

/** What to ask of a server, and for how long. */
export interface LoadPlan {
  readonly port: number
  /** Paths with their queries, asked one after the other, over and over. */
  readonly paths: readonly string[]
  /** Which of them comes first. */
  readonly from: number
  readonly cookie: string
  readonly connections: number
  readonly ms: number
}

/** What came back. */
export interface LoadFigures {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  /** Bytes of the body on the wire, compressed as browsers ask; the mean of all answers. */
  readonly bytes: number
  readonly requests: number
}

/**
 * Keeps `connections` keep-alive connections busy, each with one request at a time. Speaks HTTP
 * over bare sockets: a client library would take as much of the machine as the server under test.
 * Rejects on any answer but 200.
 */
export async function generateLoad(plan: LoadPlan): Promise<LoadFigures> {
  const requests = plan.paths.map((path) =>
    [
      `GET ${path} HTTP/1.1`,
      `Host: localhost:${plan.port}`,
      'Accept: text/html',
      'Accept-Encoding: gzip, deflate, br, zstd',
      'Accept-Language: fr',
      ...(plan.cookie ? [`Cookie: ${plan.cookie}`] : []),
      '\r\n',
    ].join('\r\n'),
  )
  const started = performance.now()
  const end = started + plan.ms
  const taken: number[] = []
  let bytes = 0
  let next = plan.from
  await Promise.all(
    Array.from({ length: plan.connections }, async () => {
      const connection = await openConnection(plan.port)
      try {
        for (let now = performance.now(); now < end; ) {
          const length = await connection.ask(requests[next++ % requests.length] as string)
          const after = performance.now()
          taken.push(after - now)
          bytes += length
          now = after
        }
      } finally {
        connection.close()
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  const { p50, p99 } = spread(taken)
  return {
    perSecond: taken.length / seconds,
    p50,
    p99,
    bytes: Math.round(bytes / Math.max(1, taken.length)),
    requests: taken.length,
  }
}

interface Connection {
  /** Sends a request and resolves with the length of the answer's body. */
  ask(request: string): Promise<number>
  close(): void
}

async function openConnection(port: number): Promise<Connection> {
  const socket: Socket = await new Promise((resolve, reject) => {
    const opening = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(opening))
    opening.once('error', reject)
  })
  let answer = new AnswerReader()
  let settle: { resolve(length: number): void; reject(error: Error): void } | undefined
  socket.on('data', (part: Buffer) => {
    try {
      if (!answer.take(part)) return
      const { length } = answer
      answer = new AnswerReader()
      settle?.resolve(length)
    } catch (error) {
      settle?.reject(error as Error)
    }
  })
  socket.on('close', () => settle?.reject(new Error('the server closed the connection')))
  socket.on('error', (error) => settle?.reject(error))
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject }
        socket.write(request)
      }),
    close() {
      settle = undefined
      socket.destroy()
    },
  }
}

/** Finds the end of one HTTP/1.1 answer, of a told length or in chunks. */
class AnswerReader {
  /** Bytes of the body. */
  length = 0
  private held: Buffer = Buffer.alloc(0)
  private inBody = false
  private chunked = false
  private left = 0

  /** Takes what arrived; true when the answer is whole. */
  take(part: Buffer): boolean {
    this.held = this.held.length === 0 ? part : Buffer.concat([this.held, part])
    if (!this.inBody && !this.takeHead()) return false
    return this.chunked ? this.takeChunks() : this.held.length >= this.left
  }

  private takeHead(): boolean {
    const end = this.held.indexOf('\r\n\r\n')
    if (end < 0) return false
    const head = this.held.toString('latin1', 0, end)
    if (!head.startsWith('HTTP/1.1 200')) throw new Error(head.slice(0, head.indexOf('\r\n')))
    this.chunked = /\r\ntransfer-encoding: *chunked/i.test(head)
    this.left = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0)
    if (!this.chunked) this.length = this.left
    this.held = this.held.subarray(end + 4)
    this.inBody = true
    return true
  }

  private takeChunks(): boolean {
    for (;;) {
      const line = this.held.indexOf('\r\n')
      if (line < 0) return false
      const size = Number.parseInt(this.held.toString('latin1', 0, line), 16)
      const whole = line + 2 + size + 2
      if (this.held.length < whole) return false
      this.held = this.held.subarray(whole)
      this.length += size
      if (size === 0) return true
    }
  }
}

// Run as a process of its own: takes a plan from its parent, answers with the figures.
process.on('message', (plan: LoadPlan) => {
  generateLoad(plan).then(
    (figures) => process.send?.({ figures }),
    (error: Error) => process.send?.({ error: error.message }),
  )
})
