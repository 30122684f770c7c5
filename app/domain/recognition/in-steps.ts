/** Work that is done a step at a time: whoever drives it decides what others do between. */
export type Steps<Done> = Generator<void, Done>

/** Does all that is left at once. */
export function atOnce<Done>(steps: Steps<Done>): Done {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
