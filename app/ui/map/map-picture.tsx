import { classNames } from '../class-names.ts'
import styles from '../styles/map.css?url'
import { type PlacedName, placeNames } from './place-names.ts'

export type Shade = 'none' | 'zero' | 'few' | 'around' | 'here' | '1' | '2' | '3' | '4' | '5'

type Told = {
  id: string
  /** What a pointer reads over it: name and figure. */
  label: string
  /** The figure as it is written, for whoever compares it with the table. */
  value: string
  href?: string | undefined
}

export type PictureArea = Told & {
  path: string
  shade: Shade
  name: string
  x: number
  y: number
  /** How wide the outline is: a name that does not fit is left out, on phones sooner. */
  width: number
}

export type PictureCircle = Told & {
  x: number
  y: number
  radius: number
  /** Shade of an area that is a circle; undefined for a town. */
  shade?: Shade | undefined
  name?: string | undefined
}

export type LegendItem = { shade: Shade; label: string; count?: string | undefined }

export type MapPictureProps = {
  width: number
  height: number
  caption: string
  areas: readonly PictureArea[]
  circles: readonly PictureCircle[]
  legendTitle: string
  legend: readonly LegendItem[]
  /** What the circles say. */
  circleNote?: string | undefined
  /** Who made the outlines. */
  source?: string | undefined
  /** Further words under the legend. */
  notes?: readonly string[] | undefined
}

/**
 * A map drawn on the server. Its figures and links stand in the table below it, so assistive technology
 * and the keyboard skip the picture: whoever points can follow the same links here.
 */
export function MapPicture(props: MapPictureProps) {
  return (
    <figure className="map">
      <MapStyles />
      <svg
        className="map-sheet"
        viewBox={`0 0 ${props.width} ${props.height}`}
        width={props.width}
        height={props.height}
        aria-hidden="true"
        focusable="false"
      >
        <title>{props.caption}</title>
        <Hatch />
        {props.areas.map((area) => (
          <Linked key={area.id} {...area}>
            <path
              className={classNames('map-area', `map-shade-${area.shade}`)}
              fill={area.shade === 'none' ? 'url(#map-hatch)' : undefined}
              d={area.path}
              data-id={area.id}
              data-value={area.value}
            />
          </Linked>
        ))}
        {props.circles.map((circle) => (
          <Linked key={circle.id} {...circle}>
            <circle
              className={
                circle.shade
                  ? classNames('map-area', 'map-point', `map-shade-${circle.shade}`)
                  : 'map-circle'
              }
              fill={circle.shade === 'none' ? 'url(#map-hatch)' : undefined}
              cx={circle.x}
              cy={circle.y}
              r={circle.radius}
              data-id={circle.id}
              data-value={circle.value}
            />
          </Linked>
        ))}
        {namesOf(props).map(({ id, name, x, y, minor }) => (
          <text key={id} className={classNames('map-name', minor && 'map-name-minor')} x={x} y={y}>
            {name}
          </text>
        ))}
      </svg>
      <figcaption>
        <p className="sr-only">{props.caption}</p>
        <ul className="map-legend" aria-label={props.legendTitle}>
          {props.legend.map(({ shade, label, count }) => (
            <li key={`${shade} ${label}`}>
              <svg className="map-key" viewBox="0 0 26 18" aria-hidden="true" focusable="false">
                <rect
                  className={classNames('map-area', `map-shade-${shade}`)}
                  fill={shade === 'none' ? 'url(#map-hatch)' : undefined}
                  x="1"
                  y="1"
                  width="24"
                  height="16"
                  rx="3"
                />
              </svg>
              <span>
                {label}
                {count && <span className="hint"> · {count}</span>}
              </span>
            </li>
          ))}
        </ul>
        {[props.circleNote, ...(props.notes ?? [])].map(
          (note) =>
            note && (
              <p key={note} className="hint">
                {note}
              </p>
            ),
        )}
        {props.source && (
          <p className="map-source">
            <bdi>{props.source}</bdi>
          </p>
        )}
      </figcaption>
    </figure>
  )
}

/** Names on the sheet: points first, which have no outline to be known by, then the largest areas. */
function namesOf({ areas, circles, width, height }: MapPictureProps): PlacedName[] {
  const points = circles.flatMap(({ id, name, x, y, radius }) =>
    name ? [{ id, name, x, y: y - radius - 5, moves: [2 * radius + 22], room: width }] : [],
  )
  const outlines = areas
    .map(({ id, name, x, y, width: room }) => ({ id, name, x, y, moves: outlineMoves, room }))
    .sort((one, other) => other.room - one.room)
  return placeNames([...points, ...outlines], circles, { width, height })
}

const outlineMoves = [16, -16, 32, -32]

function Linked(props: Told & { children: React.ReactNode }) {
  const content = (
    <>
      <title>{props.label}</title>
      {props.children}
    </>
  )
  return props.href ? (
    <a href={props.href} tabIndex={-1}>
      {content}
    </a>
  ) : (
    <g>{content}</g>
  )
}

function Hatch() {
  return (
    <defs>
      <pattern
        id="map-hatch"
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path className="map-hatch" d="M0 0V7" />
      </pattern>
    </defs>
  )
}

/** The style sheet of the map's pages, which others need not load. */
export function MapStyles() {
  return <link rel="stylesheet" href={styles} precedence="default" />
}
