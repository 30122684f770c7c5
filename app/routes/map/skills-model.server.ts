import { countryPack } from '#app/domain/countries/index.ts'
import { type AreaSkills, areaSkills, type SkillLine } from '#app/domain/map/area-skills.server.ts'
import type { MapStores } from '#app/domain/map/measure.server.ts'
import { readOutlines } from '#app/domain/map/read-outlines.server.ts'
import { isOnGround, type MapScope } from '#app/domain/map/selection.ts'
import { formatInstant, formatKm, formatNumber } from '#app/i18n/format.ts'
import { localePath } from '#app/i18n/locales.ts'
import { opportunityTitles } from '#db/queries/map.ts'
import { type MapWording, sayValue } from './map-words.ts'

/** The stores that skills are read from: the map's and the index. */
export type SkillStores = MapStores & Parameters<typeof areaSkills>[0]

/** A skill as the page says it. */
export interface SkillRow {
  readonly key: string
  readonly skill: string
  readonly posts: string
  readonly people: string
  readonly nearest: string
}

/** The page of an area's skills; the first area of the chamber's ground where none is named. Null for one there is not. */
export async function readSkillsPage(
  stores: SkillStores,
  scope: MapScope,
  wording: MapWording,
  asked: string | null,
) {
  const { t, locale, reference } = wording
  const outlines = await readOutlines(stores.db, scope.country)
  const ground = outlines.areas.filter((one) => isOnGround(scope, one.units))
  const area = asked ? ground.find((one) => one.id === asked) : ground[0]
  if (!area) return null
  const skills = await areaSkills(stores, scope, area)
  const titles = new Map(
    (
      await opportunityTitles(
        stores.db,
        skills.nearMisses.map((one) => one.opportunityId),
      )
    ).map((row) => [row.id, row.title]),
  )
  const people = (value: SkillLine['people']) => sayValue(wording, 'profiles', value)
  const row = (one: SkillLine): SkillRow => ({
    key: one.skill,
    skill: reference.label(one.skill, locale),
    posts: formatNumber(locale, one.posts),
    people: people(one.people),
    nearest: sayNearest(one, wording),
  })
  const { timeZone } = countryPack(scope.country)
  return {
    title: t('map.skills.title', { place: area.names[locale] }),
    place: area.names[locale],
    area: area.id,
    areas: ground.map((one) => ({ value: one.id, label: one.names[locale] })),
    wanted: skills.wanted.map(row),
    offered: skills.offered.map(row),
    nearMisses: skills.nearMisses.map((one) => ({
      key: one.opportunityId,
      offer: titles.get(one.opportunityId) ?? t('common.unknown'),
      href: localePath(locale, `/employer/opportunities/${one.opportunityId}/matches`),
      skill: reference.label(one.skill, locale),
      people: people(one.people),
    })),
    training: skills.training.map((one) => ({
      key: one.skill,
      skill: reference.label(one.skill, locale),
      people: people(one.people),
    })),
    notes: notesOf(skills, wording, timeZone),
  }
}

function sayNearest({ nearest }: SkillLine, wording: MapWording): string {
  const { t, locale } = wording
  if (!nearest) return t('map.skills.nowhere')
  const people = sayValue(wording, 'profiles', nearest.people)
  if (nearest.km === 0) return t('map.skills.nearestHere', { people })
  return t('map.skills.nearestAt', {
    place: nearest.area.names[locale],
    distance: formatKm(locale, nearest.km),
    people,
  })
}

function notesOf({ looked, asOf }: AreaSkills, { t, locale }: MapWording, timeZone: string) {
  return [
    t('map.notes.people'),
    t('map.skills.bounded', {
      posts: formatNumber(locale, looked.posts),
      people: formatNumber(locale, looked.people),
    }),
    t('map.notes.asOf', { time: formatInstant(locale, asOf, timeZone) }),
  ]
}
