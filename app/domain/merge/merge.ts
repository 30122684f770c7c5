import { z } from 'zod'
import { id, version } from '#app/domain/fields.ts'

/** What is chosen between two companies that become one: each is one or several columns of a company. */
export const mergeFields = {
  legalName: ['legal_name'],
  tradeName: ['trade_name'],
  sector: ['sector'],
  size: ['size_band', 'headcount'],
  foundedYear: ['founded_year'],
  capitalOrigin: ['capital_origin'],
  phone: ['phone'],
  email: ['email'],
  website: ['website'],
  description: ['description'],
  roles: ['roles'],
  visibility: ['visibility'],
  verification: ['verified_at', 'verified_by', 'verified_evidence', 'verified_until'],
} as const
export type MergeField = keyof typeof mergeFields
export const mergeFieldNames = Object.keys(mergeFields) as MergeField[]

/** The column that shows the value of a field, and says whether it has one. */
export const shownColumn = (field: MergeField) => mergeFields[field][0]

/** Which of the two a field is taken from. */
export type Side = 'survivor' | 'merged'
export type Picks = Partial<Record<MergeField, Side>>

const side = z.enum(['survivor', 'merged']).optional()

/** What the merge page sends: a side for each field that differs, and the versions that were looked at. */
export const mergeForm = z.object({
  survivorVersion: version,
  mergedVersion: version,
  picks: z
    .object(
      Object.fromEntries(mergeFieldNames.map((field) => [field, side])) as Record<
        MergeField,
        typeof side
      >,
    )
    .default({} as never),
})

/** What the list of possible duplicates sends when somebody says that two are not the same. */
export const apartForm = z.object({ a: id, b: id })

/** Two ids in the order in which a pair is kept. */
export function pairOf(a: string, b: string): readonly [string, string] {
  return a < b ? [a, b] : [b, a]
}

/** Kinds of rows that go to the survivor, as the page counts them. */
export const movedKinds = [
  'site',
  'opportunity',
  'membership',
  'company_contact',
  'company_document',
  'company_identifier',
  'engagement',
  'task',
  'commitment',
  'intention',
  'campaign_company',
] as const
export type MovedKind = (typeof movedKinds)[number]

/** Why a merge cannot be undone. */
export type UndoRefusal = 'undone' | 'survivorGone' | 'survivorMerged' | 'idTaken'

type Row = Readonly<Record<string, string | number | null>>

/** All that undoing a merge needs, as `company_merge.kept` holds it. */
export interface KeptMerge {
  /** The row that is gone. */
  readonly merged: Row
  readonly survivorBefore: Row
  readonly survivorAfter: Row
  /** Keys of the rows that went to the survivor, by table. */
  readonly moved: Readonly<Record<string, readonly Row[]>>
  /** Rows that could not go because the survivor has one like it, by table. */
  readonly dropped: Readonly<Record<string, readonly Row[]>>
  /** Rows of the survivor that took something from the other's, by table: key, before, after. */
  readonly changed: readonly {
    readonly table: string
    readonly key: Row
    readonly before: Row
    readonly after: Row
  }[]
}
export type KeptRow = Row

/**
 * Which side each field comes from unless somebody picks otherwise: the survivor's, but the other's
 * where the survivor has nothing.
 */
export function defaultPicks(
  survivor: Readonly<Record<string, unknown>>,
  merged: Readonly<Record<string, unknown>>,
): Record<MergeField, Side> {
  const empty = (value: unknown) => value === null || value === '' || value === '[]'
  return Object.fromEntries(
    mergeFieldNames.map((field) => {
      const column = shownColumn(field)
      const other = empty(survivor[column]) && !empty(merged[column])
      return [field, other ? 'merged' : 'survivor']
    }),
  ) as Record<MergeField, Side>
}

/** The columns that the survivor takes from the other company. */
export function pickedColumns(picks: Picks): string[] {
  return mergeFieldNames.flatMap((field) => (picks[field] === 'merged' ? mergeFields[field] : []))
}
