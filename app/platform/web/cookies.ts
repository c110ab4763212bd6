import { getCookie, setCookie } from 'hono/cookie'
import type { SiteContext } from './site-parts.ts'

/**
 * Cookies of the site: for its own server only, out of reach of scripts, never sent along from other sites. Over https their
 * names begin with `__Host-`, by which browsers see to it that nobody else can set them.
 */
export function cookiesOf(secure: boolean) {
  const named = (name: string) => (secure ? `__Host-${name}` : name)
  return {
    /** The name under which browsers keep a cookie. */
    named,
    read: (context: SiteContext, name: string): string | undefined => getCookie(context, named(name)),
    /** Without `maxAgeSeconds` until the browser is closed; 0 takes the cookie away. */
    write(context: SiteContext, name: string, value: string, maxAgeSeconds?: number): void {
      setCookie(context, named(name), value, {
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        secure,
        ...(maxAgeSeconds !== undefined && { maxAge: maxAgeSeconds }),
      })
    },
  }
}
