import type { NamedConcepts } from '#app/domain/map/selection.ts'
import { filtersOf, kinds, type MapView, sizeBands, timesAround } from '#app/domain/map/view.ts'
import type { Option, OptionGroup } from '#app/ui/select-field.tsx'
import { sectorOptions } from '../company/company-fields.tsx'
import type { MapWording } from './map-words.ts'

interface ChoiceField {
  readonly name: 'sector' | 'size' | 'kind' | 'chamber' | 'time'
  readonly label: string
  readonly emptyLabel: string
  readonly options: readonly (Option | OptionGroup)[]
  readonly value: string | undefined
}

interface WordField {
  readonly name: 'occupation' | 'skill'
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly error: string | null
}

/** The fields that narrow a map: those that say something of its measure. */
export interface MapFilters {
  readonly choices: readonly ChoiceField[]
  readonly words: readonly WordField[]
  /** True where anything is narrowed. */
  readonly narrowed: boolean
}

/** Fields with their choices in the reader's language; `chambers` empty leaves that field out. */
export function mapFilters(
  wording: MapWording,
  view: MapView,
  concepts: NamedConcepts,
  around: { readonly today: string; readonly chambers: readonly { id: string; name: string }[] },
): MapFilters {
  const { t, locale, reference } = wording
  const used = filtersOf[view.measure]
  const sections = reference.sectors
    .filter((one) => one.level === 'section')
    .map((one) => ({ value: one.code, label: one.names[locale] }))
  const choices: ChoiceField[] = [
    {
      name: 'sector',
      label: t('map.filters.sector'),
      emptyLabel: t('map.filters.allSectors'),
      options: [
        { label: t('map.filters.sections'), options: sections },
        ...sectorOptions(reference.sectors, locale),
      ],
      value: view.sector,
    },
    {
      name: 'size',
      label: t('map.filters.size'),
      emptyLabel: t('map.filters.allSizes'),
      options: sizeBands.map((value) => ({ value, label: t(`company.sizeBands.${value}`) })),
      value: view.size,
    },
    {
      name: 'kind',
      label: t('map.filters.kind'),
      emptyLabel: t('map.filters.allKinds'),
      options: kinds.map((value) => ({ value, label: t(`opportunity.kinds.${value}`) })),
      value: view.kind,
    },
    {
      name: 'chamber',
      label: t('map.filters.chamber'),
      emptyLabel: t('map.filters.allChambers'),
      options: around.chambers.map(({ id, name }) => ({ value: id, label: name })),
      value: view.chamber,
    },
    {
      name: 'time',
      label: t('map.filters.time'),
      emptyLabel: t('map.filters.allTimes'),
      options: timesAround(around.today).map((value) => ({
        value,
        label: sayTime(wording, value),
      })),
      value: view.time,
    },
  ]
  const words = (['occupation', 'skill'] as const).map((name): WordField => {
    const typed = view[name]
    const uri = concepts[name]
    const label = uri ? reference.label(uri, locale) : null
    return {
      name,
      label: t(`map.filters.${name}`),
      hint: label ? t('map.filters.understood', { label }) : t('map.filters.typed'),
      value: typed && typed === uri ? (label ?? '') : (typed ?? ''),
      error: typed && !uri ? t('map.filters.unknown') : null,
    }
  })
  return {
    choices: choices
      .filter((field) => used.includes(field.name))
      .filter((field) => field.name !== 'chamber' || around.chambers.length > 1),
    words: words.filter((field) => used.includes(field.name)),
    narrowed: used.some((name) => view[name] !== undefined),
  }
}

/** A year, or a quarter as the language writes it. */
function sayTime({ t }: MapWording, time: string): string {
  const [year = '', quarter] = time.split('-Q')
  return quarter ? t('map.filters.quarter', { quarter, year }) : year
}
