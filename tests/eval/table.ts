import type { Evaluation } from './main.ts'
import { BASELINES, DIRECTIONS, METHODS, type Method } from './rankings.ts'
import type { RecallFigures } from './retrieval.ts'
import { DECLARATIONS, LEVEL_NAMES, type LevelName } from './simulator.ts'
import { TRUTHS } from './truth.ts'

const NAMES: { readonly [M in Method]: string } = {
  formula: 'the formula',
  withoutOccupation: '- OCC',
  withoutInference: '- inferred OCC',
  withoutField: '- FIELD',
  withoutNearSkills: '- near skills',
  withoutDamping: '- least whole',
  overlap: 'overlap',
  jaccard: 'Jaccard',
  coverage: 'IDF coverage',
  bm25: 'BM25',
  geometric: 'geometric mean',
}

const share = (value: number) => value.toFixed(3).replace(/^0/, '')

/** Prints an evaluation as Markdown tables: what `search/README.md` keeps. */
export function printEvaluation(figures: Evaluation, print: (line: string) => void): void {
  const { vocabulary, sizes, ranking, evidence, retrieval, linking } = figures
  const row = (...cells: readonly string[]) => print(`| ${cells.join(' | ')} |`)
  const head = (...cells: readonly string[]) => {
    print('')
    row(...cells)
    row(...cells.map(() => '---'))
  }
  print(
    `${vocabulary.source}: ${vocabulary.occupations} occupations, ${vocabulary.dimensions} dimensions built in ${(vocabulary.fieldMs / 1000).toFixed(1)} s. ` +
      `${sizes.jobs} jobs and ${sizes.profiles} profiles a level; ${sizes.jobQueries} jobs and ${sizes.profileQueries} profiles asked for. ${figures.seconds} s on ${figures.machine.cpu}.`,
  )
  if (ranking) {
    const columns = TRUTHS.flatMap((truth) => DIRECTIONS.map((direction) => ({ truth, direction })))
    const titles = columns.map(
      ({ truth, direction }) => `${truth} ${direction === 'profilesForJob' ? 'profiles' : 'jobs'}`,
    )
    print('\nnDCG@10, occupations declared as "mixed":')
    for (const level of LEVEL_NAMES) {
      head(level, ...titles)
      for (const method of METHODS) {
        const found = ranking[level].methods[method]
        row(NAMES[method], ...columns.map((at) => share(found[at.truth][at.direction].ndcg)))
      }
    }
    print('\nThe formula, by level and declaration (nDCG@10):')
    head('level', 'declared', ...titles)
    for (const level of LEVEL_NAMES) {
      for (const declaration of DECLARATIONS) {
        const found = ranking[level].declarations[declaration]
        const cells = columns.map((at) => share(found[at.truth][at.direction].ndcg))
        row(level, declaration, ...cells)
      }
    }
    print('\nThe formula, other figures ("mixed"):')
    head('level', 'figure', ...titles)
    for (const level of LEVEL_NAMES) {
      const found = ranking[level].methods.formula
      for (const [name, key] of [
        ['nDCG@10, any grade', 'ndcgAny'],
        ['MRR', 'mrr'],
        ['recall@20', 'recall'],
      ] as const) {
        row(level, name, ...columns.map((at) => share(found[at.truth][at.direction][key])))
      }
    }
    if (evidence) {
      print('\nEvidence at medium noise (nDCG@10; a sample of the queries):')
      head('skills', ...titles)
      for (const [name, found] of [
        ["on people's own word", evidence.ownWord],
        ['some checked', evidence.checked],
      ] as const) {
        row(name, ...columns.map((at) => share(found[at.truth][at.direction].ndcg)))
      }
    }
    const under = LEVEL_NAMES.flatMap((level) => beatenBy(figures, level))
    print(
      `\n${under.length === 0 ? 'Above every baseline at every level.' : `Under a baseline: ${under.join('; ')}.`}`,
    )
  }
  if (retrieval) {
    print(
      '\nShare of the exact best 20 that `candidates` gives (worst tenth of queries in brackets):',
    )
    head('engine', 'profiles', 'profiles, 2 %', 'opportunities', 'opportunities, 2 %')
    const cell = ({ recall, worstTenth }: RecallFigures) =>
      `${share(recall)} (${share(worstTenth)})`
    for (const [name, engine] of [
      ['embedded', retrieval.embedded],
      ['Meilisearch', retrieval.meilisearch],
    ] as const) {
      if (!engine) row(name, 'not reachable', '', '', '')
      else {
        const { profiles, opportunities } = engine
        row(
          `${name} ${engine.version}`,
          ...[profiles.all, profiles.narrow, opportunities.all, opportunities.narrow].map(cell),
        )
      }
    }
  }
  if (linking) {
    print('\nTitles to occupations, on alternative labels held out:')
    head(
      'language',
      'titles',
      'MRR',
      'BM25 MRR',
      'first',
      'among ten',
      'p50 ms',
      'p95 ms',
      'build s',
    )
    for (const lang of ['fr', 'en'] as const) {
      const it = linking[lang]
      row(
        lang,
        String(it.titles),
        share(it.mrr),
        share(it.bm25.mrr),
        share(it.acc1),
        share(it.acc10),
        it.p50Ms.toFixed(1),
        it.p95Ms.toFixed(1),
        (it.buildMs / 1000).toFixed(1),
      )
    }
  }
}

/** Where a baseline has the higher nDCG at a level, in words. */
export function beatenBy({ ranking }: Pick<Evaluation, 'ranking'>, level: LevelName): string[] {
  const methods = ranking?.[level].methods
  if (!methods) return []
  return TRUTHS.flatMap((truth) =>
    DIRECTIONS.flatMap((direction) =>
      BASELINES.filter(
        (name) => methods[name][truth][direction].ndcg >= methods.formula[truth][direction].ndcg,
      ).map((name) => `${NAMES[name]} at ${level}, truth ${truth}, ${direction}`),
    ),
  )
}
