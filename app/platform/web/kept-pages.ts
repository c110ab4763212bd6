import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { sql } from 'kysely'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Database } from '../database/database.ts'

const compressed = promisify(gzip)

interface KeptPage {
  /** What the database held when the page was made, and in which minute. */
  madeOf: string
  body: Buffer<ArrayBuffer>
  etag: string
  headers: Record<string, string>
}

/** Headers that belong to one answer, not to the page. */
const headersOfAnswer = new Set(['x-request-id', 'content-length'])

/** Addresses longer than this are somebody's experiment, not somebody's page. In characters. */
const longestAddress = 300

/**
 * Pages as strangers see them, kept while nothing has changed: neither what the database shows (a snapshot with the same
 * text shows the same rows, whoever wrote them and on whichever machine) nor the minute on the clock. Asking for the
 * snapshot costs a hundredth of what most pages cost to make. Whoever brings a cookie of `personal` gets pages made for
 * them. Pages that many ask for at once are made once.
 *
 * `mostBytes` limits what is kept in memory, compressed; pages not asked for longest go first.
 */
export function keepPages({
  seen,
  now,
  personal,
  mostBytes = 16_000_000,
}: {
  /** What the database shows at this moment: `visibleState` of it. */
  seen: () => Promise<string>
  now: () => Date
  personal: readonly string[]
  mostBytes?: number
}): MiddlewareHandler {
  const kept = new Map<string, KeptPage>()
  const beingMade = new Map<string, Promise<KeptPage | undefined>>()
  let bytes = 0

  function forget(address: string) {
    bytes -= kept.get(address)?.body.length ?? 0
    kept.delete(address)
  }

  function keep(address: string, page: KeptPage) {
    forget(address)
    kept.set(address, page)
    bytes += page.body.length
    for (const oldest of kept.keys()) {
      if (bytes <= mostBytes) break
      forget(oldest)
    }
  }

  async function make(context: Context, madeOf: string, next: () => Promise<void>) {
    await next()
    const { res } = context
    const isPage = res.status === 200 && res.headers.get('content-type')?.startsWith('text/html')
    if (!isPage || res.headers.has('set-cookie')) return undefined
    const text = await res.clone().text()
    // A form holds a key that lets it be sent once: every stranger needs one of their own.
    if (text.includes('name="_key"')) return undefined
    const body = Buffer.from(await compressed(text))
    return {
      madeOf,
      body,
      etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      headers: Object.fromEntries([...res.headers].filter(([name]) => !headersOfAnswer.has(name))),
    }
  }

  return async (context, next) => {
    const { pathname, search } = new URL(context.req.url)
    const address = pathname + search
    const forStrangers =
      context.req.method === 'GET' &&
      address.length <= longestAddress &&
      /\bgzip\b/.test(context.req.header('accept-encoding') ?? '') &&
      personal.every((name) => getCookie(context, name) === undefined)
    if (!forStrangers) return next()

    const madeOf = `${await seen()} ${Math.floor(now().getTime() / 60_000)}`
    let page = kept.get(address)
    if (page?.madeOf !== madeOf) {
      const key = `${madeOf} ${address}`
      const making = beingMade.get(key)
      if (making) {
        page = await making.catch(() => undefined)
        if (!page) return next()
      } else {
        const made = make(context, madeOf, next).finally(() => beingMade.delete(key))
        beingMade.set(key, made)
        page = await made
        if (!page) return
      }
    }
    keep(address, page)
    return answer(context, page)
  }
}

function answer(context: Context, page: KeptPage): void {
  const headers = { ...page.headers, etag: page.etag, vary: 'Accept-Encoding, Cookie' }
  const known = context.req.header('if-none-match')?.split(/\s*,\s*/) ?? []
  context.res = undefined
  context.res = known.includes(page.etag)
    ? context.body(null, 304, headers)
    : context.body(page.body, 200, { ...headers, 'content-encoding': 'gzip' })
}

/**
 * Which transactions a reader sees at this moment, as PostgreSQL writes it: equal texts, equal rows. Other databases of
 * the same server count too, so a text may change though no row of this one did; never the other way round.
 */
export async function visibleState(database: Database): Promise<string> {
  const { rows } = await sql<{ seen: string }>`select pg_current_snapshot()::text as seen`.execute(database)
  return rows[0]?.seen ?? ''
}
