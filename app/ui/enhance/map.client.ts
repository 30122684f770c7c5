import {
  control,
  divIcon,
  geoJSON,
  type LatLngBounds,
  latLngBounds,
  layerGroup,
  map as makeMap,
  marker,
  tileLayer,
} from 'leaflet'

// The script of the interactive map, loaded by that page only. What it shows comes from the server,
// clustered: points for the part of the world that is in sight, asked for again after each move.

interface Point {
  lat: number
  lng: number
  count: number
  label: string
  href: string
  zoom: number | null
}

const frame = document.getElementById('live-map')
const state = document.getElementById('live-map-state')
function show(frame: HTMLElement): void {
  const { points = '', outlines = '', tiles, attribution = '', box = '' } = frame.dataset
  const words: Record<string, string> = JSON.parse(frame.dataset.words ?? '{}')
  const [west = 0, south = 0, east = 0, north = 0] = box.split(',').map(Number)
  frame.hidden = false
  const map = makeMap(frame, { zoomControl: false, attributionControl: false, maxZoom: 18 })
  const said = control.attribution({ prefix: false }).addTo(map)
  if (attribution) said.addAttribution(escaped(attribution))
  control
    .zoom({ position: 'topleft', zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut })
    .addTo(map)
  if (tiles) tileLayer(tiles, { maxZoom: 18 }).addTo(map)
  const shown = layerGroup().addTo(map)
  const pins = new Map<HTMLElement, Point>()
  let asked = 0
  let loading = false
  /** A popup that is open keeps its point: new points under it would close it. They wait until it is closed. */
  let reading = false
  let waiting = false
  /** Whose popup it is. */
  let opened: HTMLElement | undefined
  frame.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !reading) return
    // The map itself hears this key only while it has the focus, not its popup.
    map.closePopup()
    opened?.focus()
  })
  map.on('popupopen', () => {
    reading = true
    if (!loading) return
    asked += 1
    loading = false
    waiting = true
    say('')
  })
  map.on('popupclose', () => {
    reading = false
    if (waiting) void load()
  })
  map.on('moveend', () => {
    if (reading) waiting = true
    else void load()
  })
  map.fitBounds(latLngBounds([south - 0.5, west - 0.5], [north + 0.5, east + 0.5]))
  void base()

  async function base(): Promise<void> {
    const answer = await fetch(outlines).catch(() => null)
    if (!answer?.ok) return
    geoJSON(await answer.json(), {
      interactive: false,
      style: { className: tiles ? 'map-live-line' : 'map-live-area' },
    }).addTo(map)
  }

  async function load(): Promise<void> {
    asked += 1
    const mine = asked
    loading = true
    waiting = false
    say(words.loading)
    const address = `${points}bbox=${boxOf(map.getBounds().pad(0.1))}&zoom=${map.getZoom()}`
    const answer = await fetch(address).catch(() => null)
    if (mine !== asked) return
    const found: Point[] | null = answer?.ok ? await answer.json().catch(() => null) : null
    if (mine !== asked) return
    loading = false
    if (!found) return say(words.failed)
    const { activeElement } = document
    const held = activeElement instanceof HTMLElement ? pins.get(activeElement) : undefined
    pins.clear()
    shown.clearLayers()
    for (const point of found) draw(point)
    // Who came to a point by the keyboard moved the map by it, and stays there.
    if (held) for (const [pin, point] of pins) if (isSame(point, held)) pin.focus()
    say('')
  }

  function draw(point: Point): void {
    const size = point.count === 1 ? 16 : Math.min(64, 26 + 7 * Math.log10(point.count) ** 1.5)
    const icon = divIcon({
      className: point.count === 1 ? 'map-live-dot' : 'map-live-cluster',
      html: point.count === 1 ? '' : `<span>${point.count}</span>`,
      iconSize: [size, size],
    })
    const pin = marker([point.lat, point.lng], { icon, title: point.label, keyboard: true })
    const { zoom } = point
    if (zoom === null) {
      pin.bindPopup(() => popup(point))
      pin.on('popupopen', () => {
        opened = pin.getElement()
      })
    } else {
      const closer = () => map.setView([point.lat, point.lng], Math.max(zoom, map.getZoom() + 1))
      pin.on('click', closer)
      pin.on('keypress', (event) => {
        if (event.originalEvent.key === 'Enter') closer()
      })
    }
    pin.addTo(shown)
    const element = pin.getElement()
    element?.setAttribute('aria-label', point.label)
    element?.setAttribute('role', 'button')
    if (element) pins.set(element, point)
  }

  function popup(point: Point): HTMLElement {
    const box = document.createElement('div')
    box.dir = 'auto'
    const name = document.createElement('strong')
    name.textContent = point.label
    const link = document.createElement('a')
    link.href = point.href
    link.textContent = words.open ?? ''
    box.append(name, document.createElement('br'), link)
    // The keyboard goes where the eye goes.
    setTimeout(() => link.focus(), 0)
    return box
  }

  function say(text = ''): void {
    if (state) state.textContent = text
  }
}

const isSame = (a: Point, b: Point) => a.lat === b.lat && a.lng === b.lng && a.label === b.label

const boxOf = (bounds: LatLngBounds) =>
  [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
    .map((degrees) => degrees.toFixed(4))
    .join(',')

function escaped(text: string): string {
  const box = document.createElement('div')
  box.textContent = text
  return box.innerHTML
}

if (frame) show(frame)
