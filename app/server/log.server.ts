import pino, { type Logger } from 'pino'

export type Log = Logger

/**
 * The process's log: JSON lines on standard output. Callers pass codes, ids of requests and route
 * patterns, never what people typed; names that could carry it are cut out all the same.
 */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['email', 'phone', 'name', 'body', 'password', '*.email', '*.phone', '*.password'],
      remove: true,
    },
    serializers: {
      // An error's message may quote a value; its type and place are enough to find it.
      err: (error: unknown) =>
        error instanceof Error
          ? {
              type: error.name,
              code: 'code' in error ? error.code : undefined,
              stack: framesOf(error),
            }
          : { type: typeof error },
    },
  })
}

function framesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
    .map((line) => line.trim())
}
