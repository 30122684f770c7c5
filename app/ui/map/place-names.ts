/** A name that a map would show. */
export interface WantedName {
  readonly id: string
  readonly name: string
  /** Where its middle would best stand: the line that letters stand on, in units of the sheet. */
  readonly x: number
  readonly y: number
  /** How far up or down it may move where that place is taken, the nearest first. */
  readonly moves: readonly number[]
  /** How wide what it names is; a wider name is left out. */
  readonly room: number
}

/** A circle that names should leave to be seen. */
export interface Spot {
  readonly x: number
  readonly y: number
  readonly radius: number
}

export interface PlacedName {
  readonly id: string
  readonly name: string
  readonly x: number
  readonly y: number
  /** Shown on wide screens only: a phone's larger letters leave no room. */
  readonly minor: boolean
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** About how wide and high a letter is on the sheet, at the size of `.map-sheet`. */
const letter = { width: 7.2, height: 12 }
/** How much larger names are on a phone, for the sheet is made smaller there: as `.map-name` says. */
const phone = 22 / 12

/**
 * Names that can stand on a sheet without covering one another, in the order wanted: who comes first
 * has first choice. A name moves out of the way of names and circles where its moves allow; where
 * circles cannot be spared they are covered; one without any place is left out.
 */
export function placeNames(
  wanted: readonly WantedName[],
  spots: readonly Spot[],
  sheet: { readonly width: number; readonly height: number },
): PlacedName[] {
  const circles = spots.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }))
  const taken: Box[] = []
  const takenOnPhones: Box[] = []
  const placed: PlacedName[] = []
  for (const { id, name, x: middle, y: line, moves, room } of wanted) {
    const width = name.length * letter.width
    if (width >= room * 1.15) continue
    const x = Math.round(Math.min(Math.max(middle, width / 2), sheet.width - width / 2))
    const places = [0, ...moves]
      .map((move) => Math.round(Math.min(Math.max(line + move, letter.height), sheet.height - 4)))
      .filter((y) => isFree(box(x, y, width, 1), taken))
    const y = places.find((one) => isFree(box(x, one, width, 1), circles)) ?? places[0]
    if (y === undefined) continue
    taken.push(box(x, y, width, 1))
    const large = box(x, y, width, phone)
    const minor = width * phone > room * 1.08 || !isFree(large, takenOnPhones)
    if (!minor) takenOnPhones.push(large)
    placed.push({ id, name, x, y, minor })
  }
  return placed
}

const box = (x: number, y: number, width: number, scale: number): Box => ({
  left: x - (width * scale) / 2,
  right: x + (width * scale) / 2,
  top: y - letter.height * scale,
  bottom: y + 3 * scale,
})

const isFree = (one: Box, others: readonly Box[]) =>
  !others.some(
    (other) =>
      one.left < other.right &&
      other.left < one.right &&
      one.top < other.bottom &&
      other.top < one.bottom,
  )
