import type { Hono } from 'hono'
import type { SiteEnvironment } from './site-parts.ts'

/** How long the statement holds after it is given, in days; RFC 9116 asks for less than a year. */
const validDays = 180

/**
 * Serves `/.well-known/security.txt` (RFC 9116): where to tell about a weakness, in which languages, and until when this
 * holds. `contact` is an e-mail address of the operator; `baseUrl` has no slash at the end.
 */
export function serveSecurityContact(
  hono: Hono<SiteEnvironment>,
  { baseUrl, contact, now }: { baseUrl: string; contact: string; now: () => Date },
): void {
  hono.get('/.well-known/security.txt', (context) => {
    // Whole days, so that the answer stays the same through the day.
    const today = new Date(now().toISOString().slice(0, 10)).getTime()
    const lines = [
      `Contact: mailto:${contact}`,
      `Expires: ${new Date(today + validDays * 86_400_000).toISOString().replace('.000', '')}`,
      'Preferred-Languages: fi, sv, en',
      `Canonical: ${baseUrl}/.well-known/security.txt`,
    ]
    context.header('Cache-Control', 'public, max-age=86400')
    return context.text(`${lines.join('\n')}\n`)
  })
}
