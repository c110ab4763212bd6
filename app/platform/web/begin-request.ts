import type { MiddlewareHandler } from 'hono'
import { chooseLanguage, isLang } from '../language.ts'
import type { cookiesOf } from './cookies.ts'
import { formCookie, formSecretOf } from './form-cookie.ts'
import { networkOf, type trustedProxies } from './network.ts'
import { secretsLeftOut } from './secrets-left-out.ts'
import type { SiteEnvironment, SiteParts } from './site-parts.ts'

/** Why something was refused, where the page that refused it does not say. */
const refusedBy: Partial<Record<number, string>> = {
  401: 'no-key',
  403: 'not-allowed',
  404: 'not-found',
  429: 'too-many',
}
/** Reasons that people meet without meaning any harm. */
const harmless = ['not-found', 'sign-in']

/**
 * Gives each request its id, language and network, and once it has been answered writes its line in the log, with one
 * before it that says why when something was refused. Neither holds what people wrote or who they are.
 */
export function beginRequest(
  parts: Pick<SiteParts, 'addresses' | 'newId' | 'log'>,
  { cookies, trusted }: { cookies: ReturnType<typeof cookiesOf>; trusted: ReturnType<typeof trustedProxies> },
): MiddlewareHandler<SiteEnvironment> {
  const withoutSecrets = secretsLeftOut(parts.addresses)
  return async (context, next) => {
    const started = performance.now()
    const requestId = parts.newId()
    const segment = context.req.path.split('/')[1]
    context.set('requestId', requestId)
    context.set(
      'lang',
      isLang(segment) ? segment : chooseLanguage(undefined, context.req.header('accept-language')),
    )
    const connected = context.env?.incoming?.socket?.remoteAddress
    context.set('network', networkOf(connected, context.req.header('x-forwarded-for'), trusted))
    context.set('formSecret', formSecretOf(cookies.read(context, formCookie)))
    context.header('X-Request-Id', requestId)
    await next()
    const reason = context.get('refused') ?? refusedBy[context.res.status]
    if (reason)
      parts.log({
        level: harmless.includes(reason) ? 'info' : 'warn',
        event: 'refused',
        requestId,
        reason,
      })
    parts.log({
      level: 'info',
      event: 'request',
      requestId,
      method: context.req.method,
      path: withoutSecrets(context.req.path).slice(0, 300),
      status: context.res.status,
      milliseconds: Math.round((performance.now() - started) * 10) / 10,
    })
  }
}
