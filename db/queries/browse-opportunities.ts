import type { ReadDb } from '../open.ts'

/** What published opportunities may be narrowed by without a search index. Absent lets all pass. */
export interface BrowseFilters {
  readonly country: string
  /** The day that it is: opportunities whose deadline has passed are left out. */
  readonly today: string
  readonly kind?: readonly ('job' | 'internship' | 'apprenticeship')[] | undefined
  readonly contract?: readonly string[] | undefined
  /** ISO 3166-2. */
  readonly admin1?: readonly string[] | undefined
  readonly placeId?: readonly string[] | undefined
  /** ISIC codes of the company, each as it stands. */
  readonly sector?: readonly string[] | undefined
  readonly occupation?: readonly string[] | undefined
  /** Asks no more education than this, or none. */
  readonly education?: number | undefined
  readonly remote?: boolean | undefined
}

/** Ids of published opportunities, newest first, one page of them, and how many there are in all. */
export async function browseOpportunities(
  db: ReadDb,
  filters: BrowseFilters,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ ids: string[]; total: number }> {
  const { kind, contract, admin1, placeId, sector, occupation, education, remote } = filters
  const sets = [kind, contract, admin1, placeId, sector, occupation]
  if (sets.some((values) => values?.length === 0)) return { ids: [], total: 0 }
  const matching = db
    .selectFrom('opportunity')
    .innerJoin('company', 'company.id', 'opportunity.company_id')
    .leftJoin('place', 'place.id', 'opportunity.place_id')
    .where('opportunity.status', '=', 'published')
    .where('opportunity.country', '=', filters.country)
    .where((eb) =>
      eb.or([
        eb('opportunity.deadline', 'is', null),
        eb('opportunity.deadline', '>=', filters.today),
      ]),
    )
    .$if(kind !== undefined, (query) => query.where('opportunity.kind', 'in', kind ?? []))
    .$if(contract !== undefined, (query) =>
      query.where('opportunity.contract', 'in', contract ?? []),
    )
    .$if(admin1 !== undefined, (query) => query.where('place.admin1', 'in', admin1 ?? []))
    .$if(placeId !== undefined, (query) => query.where('opportunity.place_id', 'in', placeId ?? []))
    .$if(sector !== undefined, (query) => query.where('company.sector', 'in', sector ?? []))
    .$if(occupation !== undefined, (query) =>
      query.where('opportunity.occupation_uri', 'in', occupation ?? []),
    )
    .$if(education !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('opportunity.education', 'is', null),
          eb('opportunity.education', '<=', education ?? 0),
        ]),
      ),
    )
    .$if(remote === true, (query) => query.where('opportunity.remote', '=', 1))
  const [rows, { count }] = await Promise.all([
    matching
      .select('opportunity.id')
      .orderBy('opportunity.published_at', 'desc')
      .orderBy('opportunity.id', 'desc')
      .limit(page.limit)
      .offset(page.offset)
      .execute(),
    matching.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
  ])
  return { ids: rows.map((row) => row.id), total: Number(count) }
}
