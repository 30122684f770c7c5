/** A part of a list: how many rows, after how many. */
export interface Window {
  readonly limit: number
  readonly offset: number
}

/** All parts of a list that is read a part at a time, each when the one before has been sent. */
export async function* batches<T>(
  read: (window: Window) => Promise<readonly T[]>,
  atOnce = 500,
): AsyncGenerator<readonly T[]> {
  for (let offset = 0; ; offset += atOnce) {
    const batch = await read({ limit: atOnce, offset })
    if (batch.length > 0) yield batch
    if (batch.length < atOnce) return
  }
}
