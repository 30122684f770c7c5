import { Section } from '../page.tsx'
import type { ShowcaseWords } from '../showcase-words.ts'
import { MapPicture, type Shade } from './map-picture.tsx'

const shades: readonly Shade[] = ['none', 'zero', 'few', '1', '2', '3', '4', '5']

/** A made-up country of squares, one of each shade, with a town and an area that is only a point. */
export function ShowcaseMap({ words }: { words: ShowcaseWords }) {
  return (
    <Section title="MapPicture">
      <MapPicture
        width={480}
        height={250}
        caption={words.links[3] ?? ''}
        areas={shades.map((shade, at) => {
          const [x, y] = [(at % 4) * 120, Math.floor(at / 4) * 120]
          return {
            id: `shade-${shade}`,
            path: `M${x + 2},${y + 2}h116v116h-116Z`,
            shade,
            name: words.regions[at % words.regions.length] ?? '',
            value: String(at),
            label: `${words.place} ${at}`,
            href: '#map',
            x: x + 60,
            y: y + 60,
            width: 116,
          }
        })}
        circles={[
          { id: 'town', x: 180, y: 95, radius: 14, value: '12', label: words.place },
          { id: 'point', x: 420, y: 210, radius: 20, value: '30', label: words.place, shade: '5' },
        ]}
        legendTitle={words.label}
        legend={shades.map((shade, at) => ({ shade, label: String(at), count: '1' }))}
        circleNote={words.hint}
        source="Made with Natural Earth"
      />
    </Section>
  )
}
