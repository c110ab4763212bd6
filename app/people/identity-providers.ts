import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Lang } from '../platform/language.ts'

/** An organisation's own way of telling who somebody is, by OpenID Connect. */
export interface IdentityProvider {
  /** Names the provider in addresses. */
  key: string
  issuer: string
  clientId: string
  clientSecret: string
  name: Record<Lang, string>
  /** Values of `amr` or `acr` by which the provider says that more than one factor was asked for. */
  severalFactors: { amr: readonly string[]; acr: readonly string[] }
  /** Asked for with every sign-in, where the provider needs it. */
  acrValues?: string
}

const loopback = ['localhost', '127.0.0.1', '[::1]']

const name = z.string().trim().min(1).max(60)
const values = z.array(z.string().min(1)).default([])
const file = z.record(
  z.string().regex(/^[a-z0-9-]{1,30}$/, 'must be named with small letters, digits and hyphens'),
  z.strictObject({
    issuer: z.string().refine((text) => {
      const url = URL.parse(text)
      return url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.includes(url.hostname))
    }, 'must be an https address'),
    clientId: z.string().min(1),
    clientSecret: z.string().min(1),
    name: z.strictObject({ fi: name, sv: name, en: name }),
    severalFactors: z.strictObject({ amr: values, acr: values }).default({ amr: [], acr: [] }),
    acrValues: z.string().optional(),
  }),
)

/**
 * Reads the providers from the operator's JSON file, by key; none without a file. Throws one error that names every fault
 * and never a secret.
 */
export function readIdentityProviders(path: string | undefined): IdentityProvider[] {
  if (path === undefined) return []
  const fail = (faults: string[]) =>
    new Error(
      ['Uskalla did not start, because of USKALLA_OIDC:', ...faults.map((f) => `  - ${f}`)].join('\n'),
    )
  if (!existsSync(path)) throw fail([`there is no file ${path}.`])
  let content: unknown
  try {
    content = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw fail([`${path} is not JSON.`])
  }
  const parsed = file.safeParse(content)
  if (!parsed.success)
    throw fail(
      parsed.error.issues.map((issue) => {
        const { message } = (issue.code === 'invalid_key' && issue.issues[0]) || issue
        return `${issue.path.join('.')}: ${message}.`
      }),
    )
  return Object.entries(parsed.data).map(([key, provider]) => ({ key, ...provider }))
}

let known: readonly IdentityProvider[] = []

/** Called once at start: the providers that the sign-in page offers. */
export function useIdentityProviders(providers: readonly IdentityProvider[]): void {
  known = providers
}

/** The providers in use, in the order of the operator's file. */
export function identityProviders(): readonly IdentityProvider[] {
  return known
}

/** The provider with a key, or undefined. */
export function identityProvider(key: string | undefined): IdentityProvider | undefined {
  return known.find((provider) => provider.key === key)
}
