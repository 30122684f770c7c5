/** One time that an index was built anew or checked, under way or ended; kept for whoever runs the deployment. */
export interface IndexRunTable {
  id: string
  /** Which index: a deployment may have changed from one to another. */
  store: string
  kind: 'rebuild' | 'check'
  /** What was wrong with the index, or that somebody asked for it. */
  reason: 'missing' | 'damaged' | 'version' | 'emptied' | 'foreign' | 'asked'
  /** Null where the product acted by itself. */
  asked_by: string | null
  /** `host pid` of the process at work. */
  holder: string
  started_at: string
  /** Moves every second while the process at work is alive. */
  updated_at: string
  finished_at: string | null
  /** Documents done, of how many. */
  done: number
  total: number
  /** What a check found; null for a rebuild, and until it has ended. */
  differences: number | null
  /** Why it came to nothing; null where it did not. */
  error: string | null
}
