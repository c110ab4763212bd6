import { isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { productFolder } from './folders.ts'
import { trustedProxies } from './web/network.ts'

/** Everything an operator may set, as the application uses it. */
export interface Configuration {
  port: number
  host: string
  /** Folder for the database, files and mail; absolute. */
  dataFolder: string
  /** Address of a PostgreSQL server of the operator's own; undefined means the built-in one. */
  databaseUrl: string | undefined
  /** Address people use, without a slash at the end. */
  baseUrl: string
  /** Mail server; undefined means that mail is written to the folder `posti`. */
  smtpUrl: string | undefined
  /** Sender of the mail. */
  mailFrom: string
  /** Where answers to letters are received; undefined where none are. */
  mailIn: MailInConfiguration | undefined
  /** Whom to ask about personal data, as the privacy notice shows it; undefined until the operator tells. */
  dataProtectionContact: string | undefined
  /** E-mail address to which weaknesses are told, for security.txt. */
  securityContact: string
  /** Addresses and ranges of the proxies in front, whose X-Forwarded-For tells the client's address. */
  trustedProxies: string[]
  /** Limits on how often things may be done; without them only for measuring, never in production. */
  rateLimits: boolean
  /** How long sessions last: unused, unused by those who act for others, and at most. */
  sessions: { idleHours: number; idleHoursOfOffice: number; longestDays: number }
  /** JSON file that names the identity providers of organisations; undefined where there are none. */
  identityProvidersFile: string | undefined
  /** Made-up people to try the service as, and the page `/posti`. Never in production. */
  demo: boolean
  production: boolean
}

/** The receiver of answers to letters. */
export interface MailInConfiguration {
  port: number
  host: string
  /** What stands behind the @ of reply addresses. */
  domain: string
  /** The name under which the mail server in front tells in Authentication-Results what it found; undefined without one. */
  trustedServer: string | undefined
  /** Files with a certificate and its key, for STARTTLS; undefined where letters come over a protected network. */
  tls: { certificateFile: string; keyFile: string } | undefined
  /** True when any free port will do where the wanted one is taken. */
  anyPort: boolean
}

const words: Record<string, boolean> = {
  on: true,
  true: true,
  yes: true,
  '1': true,
  off: false,
  false: false,
  no: false,
  '0': false,
}

const webAddress = z
  .string()
  .refine(
    (text) => hasProtocol(text, ['http:', 'https:']),
    'must be a web address such as https://kokeilut.example.fi',
  )

const onOrOff = z
  .string()
  .transform((text) => text.toLowerCase())
  .refine((text) => text in words, 'must be on or off')
  .transform((text) => words[text] === true)

const wholeNumber = (least: number, most: number, usual: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((number) => number >= least && number <= most, `must be a whole number from ${least} to ${most}`)
    .default(usual)

const settings = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a whole number from 0 to 65535')
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be a host name or an address such as 127.0.0.1')
    .default('127.0.0.1'),
  USKALLA_DATA: z.string().default('.uskalla'),
  DATABASE_URL: z
    .string()
    .refine(
      (text) => hasProtocol(text, ['postgres:', 'postgresql:']),
      'must be an address such as postgresql://user:password@host/database',
    )
    .optional(),
  BASE_URL: webAddress.optional(),
  SMTP_URL: z
    .string()
    .refine(
      (text) => hasProtocol(text, ['smtp:', 'smtps:']),
      'must be an address such as smtps://user:password@mail.example.fi:465',
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\s<>@]+@[^\s<>@]+$/, 'must be an e-mail address')
    .optional(),
  USKALLA_MAIL_IN_PORT: z
    .string()
    .regex(/^(off|\d{1,5})$/, 'must be a whole number from 0 to 65535, or off')
    .refine(
      (text) => text === 'off' || Number(text) <= 65_535,
      'must be a whole number from 0 to 65535, or off',
    )
    .optional(),
  USKALLA_MAIL_IN_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be a host name or an address such as 127.0.0.1')
    .default('127.0.0.1'),
  USKALLA_MAIL_IN_DOMAIN: z
    .string()
    .regex(
      /^(?=.{1,190}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/,
      'must be a domain in small letters such as vastaus.kokeilut.example.fi',
    )
    .optional(),
  USKALLA_MAIL_IN_TRUSTED_SERVER: z
    .string()
    .regex(/^[\w.-]+$/, 'must be the name of a mail server such as mx.example.fi')
    .optional(),
  USKALLA_MAIL_IN_TLS_CERTIFICATE: z.string().optional(),
  USKALLA_MAIL_IN_TLS_KEY: z.string().optional(),
  USKALLA_DATA_PROTECTION_CONTACT: z.string().max(200, 'must be at most 200 characters').optional(),
  USKALLA_SECURITY_CONTACT: z
    .string()
    .regex(/^[^\s<>@]+@[^\s<>@]+$/, 'must be an e-mail address')
    .optional(),
  USKALLA_TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((entry) => entry !== ''))
    .refine(areProxies, 'must be addresses or ranges with commas between, such as 127.0.0.1,10.0.0.0/8')
    .default(['127.0.0.1', '::1']),
  USKALLA_RATE_LIMITS: onOrOff.default(true),
  USKALLA_IDLE_HOURS: wholeNumber(1, 14 * 24, 14 * 24),
  USKALLA_OFFICE_IDLE_HOURS: wholeNumber(1, 24, 12),
  USKALLA_SESSION_DAYS: wholeNumber(1, 30, 30),
  USKALLA_OIDC: z.string().optional(),
  USKALLA_DEMO: onOrOff.optional(),
  NODE_ENV: z.string().optional(),
})

/**
 * Reads the settings from environment variables; an empty one counts as not set. Throws one error whose message names
 * every fault with its variable, never its value, which may be a password.
 */
export function readConfiguration(environment: Record<string, string | undefined>): Configuration {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const parsed = settings.safeParse(given)
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`)
  const production = given.NODE_ENV === 'production'
  if (production && given.BASE_URL === undefined) {
    faults.push('BASE_URL must be set when NODE_ENV is production: links in mail are made from it.')
  }
  const demo = parsed.data?.USKALLA_DEMO ?? !production
  if (production && parsed.data?.USKALLA_DEMO === true) {
    faults.push('USKALLA_DEMO may not be on when NODE_ENV is production: anybody could act as anybody.')
  }
  if (production && parsed.data?.USKALLA_RATE_LIMITS === false) {
    faults.push(
      'USKALLA_RATE_LIMITS may not be off when NODE_ENV is production: one sender could fill the service.',
    )
  }
  if (parsed.data) faults.push(...faultsOfMailIn(parsed.data, production))
  if (!parsed.success || faults.length > 0) {
    throw new Error(
      ['Uskalla did not start, because of its settings:', ...faults.map((fault) => `  - ${fault}`)].join(
        '\n',
      ),
    )
  }
  const { data } = parsed
  const baseUrl = (data.BASE_URL ?? `http://${reachableHost(data.HOST)}:${data.PORT}`).replace(/\/+$/, '')
  const mailFrom = data.MAIL_FROM ?? `uskalla@${new URL(baseUrl).hostname}`
  return {
    port: data.PORT,
    host: data.HOST,
    dataFolder: isAbsolute(data.USKALLA_DATA) ? data.USKALLA_DATA : join(productFolder, data.USKALLA_DATA),
    databaseUrl: data.DATABASE_URL,
    baseUrl,
    smtpUrl: data.SMTP_URL,
    mailIn: mailInOf(data, { demo, hostname: new URL(baseUrl).hostname }),
    dataProtectionContact: data.USKALLA_DATA_PROTECTION_CONTACT?.trim(),
    mailFrom,
    securityContact: data.USKALLA_SECURITY_CONTACT ?? mailFrom,
    trustedProxies: data.USKALLA_TRUSTED_PROXIES,
    rateLimits: data.USKALLA_RATE_LIMITS,
    sessions: {
      idleHours: data.USKALLA_IDLE_HOURS,
      idleHoursOfOffice: data.USKALLA_OFFICE_IDLE_HOURS,
      longestDays: data.USKALLA_SESSION_DAYS,
    },
    identityProvidersFile: data.USKALLA_OIDC,
    demo,
    production,
  }
}

type Settings = z.infer<typeof settings>

function faultsOfMailIn(data: Settings, production: boolean): string[] {
  const faults: string[] = []
  const on = data.USKALLA_MAIL_IN_PORT !== undefined && data.USKALLA_MAIL_IN_PORT !== 'off'
  if (on && production && data.USKALLA_MAIL_IN_DOMAIN === undefined)
    faults.push(
      'USKALLA_MAIL_IN_DOMAIN must be set with USKALLA_MAIL_IN_PORT: reply addresses are made from it.',
    )
  if ((data.USKALLA_MAIL_IN_TLS_CERTIFICATE === undefined) !== (data.USKALLA_MAIL_IN_TLS_KEY === undefined))
    faults.push(
      'USKALLA_MAIL_IN_TLS_CERTIFICATE and USKALLA_MAIL_IN_TLS_KEY must be set together or not at all.',
    )
  if (on && data.USKALLA_MAIL_IN_PORT !== '0' && Number(data.USKALLA_MAIL_IN_PORT) === data.PORT)
    faults.push('USKALLA_MAIL_IN_PORT and PORT must differ.')
  return faults
}

/** On servers letters are received only where a port is set; the trial environment receives them on its own machine. */
function mailInOf(
  data: Settings,
  { demo, hostname }: { demo: boolean; hostname: string },
): MailInConfiguration | undefined {
  const port = data.USKALLA_MAIL_IN_PORT ?? (demo ? '2525' : 'off')
  if (port === 'off') return undefined
  const { USKALLA_MAIL_IN_TLS_CERTIFICATE: certificateFile, USKALLA_MAIL_IN_TLS_KEY: keyFile } = data
  return {
    port: Number(port),
    host: data.USKALLA_MAIL_IN_HOST,
    domain: data.USKALLA_MAIL_IN_DOMAIN ?? (/^[a-z0-9.-]+$/.test(hostname) ? hostname : 'localhost'),
    trustedServer: data.USKALLA_MAIL_IN_TRUSTED_SERVER,
    tls: certificateFile !== undefined && keyFile !== undefined ? { certificateFile, keyFile } : undefined,
    anyPort: data.USKALLA_MAIL_IN_PORT === undefined,
  }
}

function areProxies(entries: string[]): boolean {
  try {
    return trustedProxies(entries) !== undefined
  } catch {
    return false
  }
}

function hasProtocol(text: string, protocols: string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol)
}

function reachableHost(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)) return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
