import leafletStyles from 'leaflet/dist/leaflet.css?url'
import address from '../enhance/map.client.ts?worker&url'
import { MapStyles } from './map-picture.tsx'

export type LiveMapProps = {
  /** Address of the points, ready for `bbox=...&zoom=...` to be added. */
  points: string
  /** Address of the outlines (GeoJSON). */
  outlines: string
  /** Raster tiles; without them the outlines stand alone. */
  tiles?: string | undefined
  attribution: string
  /** What is seen at first: west, south, east, north. */
  box: string
  words: {
    region: string
    loading: string
    failed: string
    zoomIn: string
    zoomOut: string
    open: string
    close: string
    noScript: string
  }
}

/** A map that can be moved: a frame that its script fills. The simple map says the same without script. */
export function LiveMap({ words, ...props }: LiveMapProps) {
  return (
    <>
      <MapStyles />
      <link rel="stylesheet" href={leafletStyles} precedence="default" />
      <noscript>
        <p>{words.noScript}</p>
      </noscript>
      <section
        id="live-map"
        className="map-live"
        // Its script shows it: without one there would be an empty box.
        hidden
        aria-label={words.region}
        dir="ltr"
        data-points={props.points}
        data-outlines={props.outlines}
        data-tiles={props.tiles}
        data-attribution={props.attribution}
        data-box={props.box}
        data-words={JSON.stringify(words)}
      />
      <p id="live-map-state" role="status" className="hint" />
      <script type="module" src={address} />
    </>
  )
}
