import { feedbackCounts } from '#db/queries/match-feedback.ts'
import { type Task, TaskError } from './task.ts'

const columns = ['side', 'reason', 'band', 'hidden', 'shown again', 'mean score', 'mean rank']

/** Prints how often matches were hidden, by side, reason and band: what the formula may learn from. No ids. */
export const matchFeedback = {
  name: 'match-feedback',
  summary: '[--json]: how often matches were hidden, by side, reason and band; no ids',
  async run(args, { open, print, log }) {
    const unknown = args.find((argument) => argument !== '--json')
    if (unknown) throw new TaskError(`match-feedback does not know ${unknown}; only --json`)
    const counts = await feedbackCounts(open.db)
    if (args.includes('--json')) {
      print(JSON.stringify(counts))
      return
    }
    if (counts.length === 0) {
      log('Nobody has hidden a match yet.')
      return
    }
    const rows = counts.map((one) => [
      one.side,
      one.reason,
      one.band ?? '-',
      String(one.count),
      String(one.withdrawn),
      one.meanScore.toFixed(3),
      one.meanRank === null ? '-' : one.meanRank.toFixed(1),
    ])
    const width = columns.map((name, at) =>
      Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)),
    )
    for (const row of [columns, ...rows]) {
      // Words begin together, figures end together.
      const cells = row.map((cell, at) =>
        at < 3 ? cell.padEnd(width[at] ?? 0) : cell.padStart(width[at] ?? 0),
      )
      print(cells.join('  ').trimEnd())
    }
  },
} satisfies Task
