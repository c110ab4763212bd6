/** How often something may be done: `burst` at once, and `perMinute` new ones as time goes by. */
export interface Budget {
  burst: number
  perMinute: number
}

/**
 * Every limit of the service, in one place. People do not meet them: a town hall of hundreds may stand behind one network,
 * a whole city may be one municipality. Programs that send without a pause do.
 *
 * `mail` is for forms that send mail to an address somebody typed, `public-form` for forms open without signing in, `upload`
 * for forms that take a file; they come on top of what holds for every form.
 */
export const budgets = {
  'form by session': { burst: 60, perMinute: 60 },
  'form by person': { burst: 60, perMinute: 60 },
  'form by network': { burst: 300, perMinute: 300 },
  'form by municipality': { burst: 600, perMinute: 600 },
  'mail by network': { burst: 30, perMinute: 3 },
  'public-form by network': { burst: 30, perMinute: 6 },
  'upload by network': { burst: 60, perMinute: 20 },
  // A whole school may stand behind one network when the bell rings.
  'poster by network': { burst: 120, perMinute: 60 },
  'search by network': { burst: 120, perMinute: 120 },
  'file by network': { burst: 60, perMinute: 60 },
  'readings by key': { burst: 120, perMinute: 60 },
  'wrong-key by network': { burst: 20, perMinute: 10 },
  'api by network': { burst: 300, perMinute: 300 },
} as const satisfies Record<string, Budget>

export type BudgetName = keyof typeof budgets

/** Limits of their own that a page can ask for: `search` counts what is asked for, the others what is sent. */
export type NamedLimit = 'mail' | 'public-form' | 'upload' | 'poster' | 'search'

/** One thing to be paid from a budget, and whose budget it is. */
export interface Charge {
  budget: BudgetName
  whose: string
}

/** Counts what is done against the budgets. */
export interface Limits {
  /** Pays every charge, or none of them when one cannot be paid: then the seconds to wait, 1 or more. */
  take: (charges: readonly Charge[], now: Date) => number | undefined
}

/** How many buckets are kept; beyond that the one longest unused is forgotten, which makes it full. */
const mostBuckets = 50_000

/**
 * Token buckets in the memory of this process: cheap to refuse, nothing stored about anybody. Several processes count apart.
 * A clock that goes backwards fills nothing and empties nothing.
 */
export function createLimits(rules: Record<BudgetName, Budget> = budgets): Limits {
  const buckets = new Map<string, { left: number; at: number }>()
  return {
    take(charges, now) {
      const at = now.getTime()
      const looked = charges.map(({ budget, whose }) => {
        const { burst, perMinute } = rules[budget]
        const key = `${budget} ${whose}`
        const kept = buckets.get(key)
        const left = kept
          ? Math.min(burst, kept.left + (Math.max(0, at - kept.at) / 60_000) * perMinute)
          : burst
        return { key, left, at: Math.max(at, kept?.at ?? at), perMinute }
      })
      const waits = looked.filter(({ left }) => left < 1).map(({ left, perMinute }) => (1 - left) / perMinute)
      if (waits.length > 0) return Math.max(1, Math.ceil(Math.max(...waits) * 60))
      for (const bucket of looked) {
        buckets.delete(bucket.key)
        buckets.set(bucket.key, { left: bucket.left - 1, at: bucket.at })
      }
      while (buckets.size > mostBuckets) {
        const [oldest = ''] = buckets.keys()
        buckets.delete(oldest)
      }
      return undefined
    },
  }
}

/** Lets everything through: for measuring the service itself. */
export const noLimits: Limits = { take: () => undefined }
