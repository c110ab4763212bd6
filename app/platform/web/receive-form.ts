import type { CalmPage } from './calm-pages.tsx'
import { browserMark } from './form-cookie.ts'
import { isFormToken } from './form-token.ts'
import { type FormValues, readForm } from './form-values.ts'
import type { Charge, Limits, NamedLimit } from './limits.ts'
import type { FileOfForm } from './sent-file.ts'

/** What arrived, before anything was asked of the database; what was typed stays with a refusal that it survives. */
export type Received =
  | { kind: 'form'; values: FormValues }
  | { kind: 'refused'; reason: CalmPage['reason']; typed?: FormValues; waitSeconds?: number }

/** Browsers tell where a form was sent from; anything but our own site is refused. */
export function comesFromElsewhere(request: Request, baseUrl: string): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site !== 'same-origin' && site !== 'none'
  const origin = request.headers.get('origin')
  if (origin === null || origin === new URL(baseUrl).origin) return false
  // On one's own machine the service answers under several names; over https it has the one that was configured.
  return baseUrl.startsWith('https:') || origin !== new URL(request.url).origin
}

/** What sending a form costs the network that it comes from and the browser that sends it: known without the database. */
function chargesOf(network: string, secret: string | undefined, limit: NamedLimit | undefined): Charge[] {
  const charges: Charge[] = [{ budget: 'form by network', whose: network }]
  if (secret !== undefined) charges.push({ budget: 'form by session', whose: browserMark(secret) })
  if (limit !== undefined) charges.push({ budget: `${limit} by network`, whose: network })
  return charges
}

/**
 * Takes a form in: where it comes from, how often, its size and kind, and whether its token was made for this browser.
 * `secret` is the cookie that the token must have been made with; undefined when the browser sent none.
 */
export async function receiveForm(
  request: Request,
  circumstances: {
    baseUrl: string
    limits: Limits
    limit: NamedLimit | undefined
    /** The file that the form takes; without it every file is refused. */
    file?: FileOfForm | undefined
    network: string
    secret: string | undefined
    now: Date
  },
): Promise<Received> {
  const { baseUrl, limits, limit, file, network, secret, now } = circumstances
  if (comesFromElsewhere(request, baseUrl)) return { kind: 'refused', reason: 'cross-site' }
  const waitSeconds = limits.take(chargesOf(network, secret, limit), now)
  // A file of somebody who must wait is not even read.
  if (waitSeconds !== undefined && file && request.headers.get('content-type')?.startsWith('multipart/'))
    return { kind: 'refused', reason: 'too-many', waitSeconds }
  const values = await readForm(request, file)
  const readable = typeof values !== 'string'
  const ours = readable && secret !== undefined && isFormToken(values.get('_token'), secret)
  if (waitSeconds !== undefined)
    return { kind: 'refused', reason: 'too-many', waitSeconds, ...(ours && { typed: values }) }
  if (!readable) return { kind: 'refused', reason: values }
  return ours ? { kind: 'form', values } : { kind: 'refused', reason: 'stale', typed: values }
}

/** What sending a form costs the person, and the municipalities in which they act. */
export function chargesOfPerson(person: {
  id: string
  memberships: readonly { municipalityCode: string | null }[]
}): Charge[] {
  const codes = new Set(person.memberships.flatMap(({ municipalityCode }) => municipalityCode ?? []))
  return [
    { budget: 'form by person', whose: person.id },
    ...[...codes].map((whose): Charge => ({ budget: 'form by municipality', whose })),
  ]
}
