import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import type { ExportRow, ExportTable } from '#app/domain/export/table.ts'
import type { Shown } from '#app/domain/map/classes.ts'
import { matrixMeasures, sectorMatrix } from '#app/domain/map/sector-matrix.server.ts'
import { formatInstant } from '#app/i18n/format.ts'
import type { Services } from '#app/server/services.server.ts'
import { sayValue } from './map-words.ts'
import { type AskedMap, mapStores } from './read-page.server.ts'
import { readSkillsPage } from './skills-model.server.ts'

function made(services: Services, { scope, wording }: AskedMap): string {
  const { timeZone } = countryPack(scope.country)
  const time = formatInstant(wording.locale, services.now().toISOString(), timeZone)
  return wording.t('map.out.made', { time })
}

async function* oneBatch(rows: readonly ExportRow[]) {
  yield rows
}

/** The matrix of sectors by area, as its page shows it. */
export async function sectorsTable(services: Services, asked: AskedMap): Promise<ExportTable> {
  const { scope, view, wording } = asked
  const { t, locale, reference } = wording
  const measure = matrixMeasures.find((one) => one === view.measure) ?? 'companies'
  const { areas, rows } = await sectorMatrix(mapStores(services), scope, measure)
  const cell = (value: Shown) =>
    typeof value === 'number' ? value : sayValue(wording, measure, value)
  return {
    title: t('map.titleOf', {
      measure: t('map.sectors.title'),
      place: t(`map.measures.${measure}`),
    }),
    locale,
    notes: [made(services, asked), ...(measure === 'profiles' ? [t('map.notes.people')] : [])],
    columns: [
      { key: 'sector', label: t('map.sectors.sector') },
      { key: 'all', label: t('map.sectors.all') },
      ...areas.map((area) => ({ key: area.id, label: area.names[locale] })),
    ],
    rows: oneBatch(
      rows.map(({ section, total, cells }) => ({
        id: section ?? 'unknown',
        cells: [
          section ? reference.sectorName(section, locale) : t('map.sectors.unknown'),
          cell(total),
          ...cells.map(cell),
        ],
      })),
    ),
  }
}

/** The lists of an area's skills, one under the other. Throws `ExpectedError('not-found')` for an area there is not. */
export async function skillsTable(
  services: Services,
  asked: AskedMap,
  area: string | null,
): Promise<ExportTable> {
  const { scope, wording } = asked
  const { t, locale } = wording
  const stores = { ...mapStores(services), search: services.search }
  const model = await readSkillsPage(stores, scope, wording, area)
  if (!model) throw new ExpectedError('not-found')
  const rows: ExportRow[] = [
    ...model.wanted.map((row) => ({
      cells: [t('map.skills.wanted'), row.skill, row.posts, row.people, row.nearest, null],
    })),
    ...model.offered.map((row) => ({
      cells: [t('map.skills.offered'), row.skill, row.posts, row.people, null, null],
    })),
    ...model.nearMisses.map((row) => ({
      cells: [t('map.skills.near'), row.skill, null, row.people, null, row.offer],
    })),
    ...model.training.map((row) => ({
      cells: [t('map.skills.training'), row.skill, null, row.people, null, null],
    })),
  ]
  return {
    title: model.title,
    locale,
    notes: [made(services, asked), ...model.notes],
    columns: [
      { key: 'list', label: t('map.out.kind') },
      { key: 'skill', label: t('map.skills.skill') },
      { key: 'posts', label: t('map.skills.posts') },
      { key: 'people', label: t('map.skills.people') },
      { key: 'nearest', label: t('map.skills.nearest') },
      { key: 'offer', label: t('map.skills.offer') },
    ],
    rows: oneBatch(rows),
  }
}
