/** What a started application must do when it ends. Steps are done in the reverse order of their registration. */
export interface Life {
  /** `step` ends something in good order; `atOnce` ends it without waiting, when there is no time left. */
  onStop: (step: () => Promise<void> | void, atOnce?: () => void) => void
  /** Ends everything that is registered, at once. */
  endAtOnce: () => void
  /** Ends everything in good order, within the time allowed. Calling it again waits for the same ending. */
  stop: () => Promise<void>
}

/** How long ending in good order may take, in milliseconds. */
const drainMs = 10_000

/** An empty life: nothing to end yet. */
export function newLife(allowedMs = drainMs): Life {
  const steps: { step: () => Promise<void> | void; atOnce: (() => void) | undefined }[] = []
  let ending: Promise<void> | undefined
  const endAtOnce = () => {
    for (const { atOnce } of steps.splice(0).reverse()) atOnce?.()
  }
  const end = async () => {
    let last: unknown
    // Each step stays registered until it is done, so that whoever loses patience still ends it at once.
    for (let next = steps.at(-1); next !== undefined; next = steps.at(-1)) {
      try {
        await next.step()
      } catch (error) {
        last = error
      }
      const place = steps.indexOf(next)
      if (place >= 0) steps.splice(place, 1)
    }
    if (last !== undefined) throw last
  }
  const inTime = () => {
    let timer: NodeJS.Timeout | undefined
    const tooLate = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        endAtOnce()
        reject(
          new Error(
            `Ending in good order took more than ${allowedMs / 1000} seconds, so the rest was ended at once.`,
          ),
        )
      }, allowedMs)
    })
    return Promise.race([end(), tooLate]).finally(() => clearTimeout(timer))
  }
  return {
    onStop: (step, atOnce) => steps.push({ step, atOnce }),
    endAtOnce,
    stop: () => (ending ??= inTime()),
  }
}

/**
 * Runs the application until a signal (SIGINT, SIGTERM, SIGHUP): the first one ends it in good order within ten seconds,
 * a second one at once. A start that fails tells why on the error output and exits with code 1.
 */
export async function live(start: (life: Life) => Promise<void>): Promise<void> {
  const life = newLife()
  let signals = 0
  const end = async (code: number) => {
    try {
      await life.stop()
      process.exit(code)
    } catch (error) {
      tell(error)
      process.exit(1)
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      signals++
      if (signals === 1) return void end(0)
      life.endAtOnce()
      process.exit(130)
    })
  }
  try {
    await start(life)
  } catch (error) {
    // A signal during start-up closes what the start is using: that failure is not the start's own.
    if (signals > 0) return
    tell(error)
    await end(1)
  }
}

function tell(error: unknown): void {
  const known = error instanceof Error && error.constructor === Error
  // Faults the operator can mend are plain errors with a message written for them; others are ours and need the trace.
  console.error(known ? error.message : error)
}
