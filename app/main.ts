import { frameWith, loadContent } from './front/index.ts'
import { identify, readIdentityProviders, sessionCookie, useIdentityProviders } from './people/index.ts'
import { systemClock } from './platform/clock.ts'
import { readConfiguration } from './platform/configuration.ts'
import { openData } from './platform/database/open-data.ts'
import { buildFolder } from './platform/folders.ts'
import { orderedIds } from './platform/identifiers.ts'
import { startWorkerProcess } from './platform/jobs/worker-process.ts'
import { live } from './platform/life.ts'
import { listen } from './platform/listen.ts'
import { withoutAddresses } from './platform/log/without-addresses.ts'
import { receiveMail } from './platform/mail/receive-mail.ts'
import { readAssets, serveAssets } from './platform/web/assets.ts'
import { serveHealth } from './platform/web/health.ts'
import { createLimits, noLimits } from './platform/web/limits.ts'
import { serveSecurityContact } from './platform/web/security-contact.ts'
import { createSite, type LogLine } from './platform/web/site.ts'
import { serveOneClick, servePhoneLog, takeLetters } from './measurements/index.ts'
import { eraseAgain } from './own-data/index.ts'
import { serveApi } from './publishing/index.ts'
import { publishAtStart } from './record/index.ts'
import { keepWordsFresh } from './search/index.ts'
import { addresses, routes } from './site.ts'
import { join } from 'node:path'

// Configuration → database → content → site → worker → address: in this order, each step fails with its own message.
await live(async (life) => {
  const configuration = readConfiguration(process.env)
  const assets = readAssets(buildFolder)
  useIdentityProviders(readIdentityProviders(configuration.identityProvidersFile))
  const log = (line: LogLine) => console.log(JSON.stringify({ at: new Date().toISOString(), ...line }))
  const quiet = process.stdout.isTTY && !configuration.production

  const data = await openData(configuration, life, 'application')
  for (const warning of data.warnings) log({ level: 'warn', event: 'database', warning })
  const newId = orderedIds()
  // First of all: a database restored from an older backup may know people who have been forgotten since.
  const forgotten = await eraseAgain(data.database, {
    now: systemClock(),
    requestId: 'start',
    dataFolder: configuration.dataFolder,
  })
  if (forgotten > 0) log({ level: 'warn', event: 'forgotten-again', people: forgotten })
  await loadContent(data.database, {
    demo: configuration.demo,
    now: systemClock(),
    newId,
    baseUrl: configuration.baseUrl,
  })
  await publishAtStart(data.database, systemClock())
  await keepWordsFresh(data.database)

  const limits = configuration.rateLimits ? createLimits() : noLimits
  const whoIs = (cookie: string | undefined, now: Date) =>
    identify(data.database, cookie, now, { limits: configuration.sessions, demo: configuration.demo })
  const site = createSite({
    addresses,
    routes,
    frame: frameWith(assets, configuration.baseUrl),
    identify: whoIs,
    sessionCookie,
    database: data.database,
    baseUrl: configuration.baseUrl,
    demo: configuration.demo,
    operator: {
      dataFolder: configuration.dataFolder,
      dataProtectionContact: configuration.dataProtectionContact,
    },
    proxies: configuration.trustedProxies,
    limits,
    now: systemClock,
    newId,
    // On a terminal people want to see the address and what went wrong, not every request.
    log: (line) => (quiet && line.level === 'info' ? undefined : log(line)),
    others: (hono) => {
      serveAssets(hono, buildFolder)
      serveHealth(hono, data.database)
      const { baseUrl, securityContact: contact } = configuration
      serveSecurityContact(hono, { baseUrl, contact, now: systemClock })
      serveOneClick(hono, { database: data.database, now: systemClock })
      servePhoneLog(hono, {
        database: data.database,
        identify: whoIs,
        sessionCookie,
        baseUrl,
        limits,
        now: systemClock,
        assets,
        buildFolder,
      })
      serveApi(hono, {
        database: data.database,
        baseUrl: configuration.baseUrl,
        limits,
        now: systemClock,
        newId,
        log,
      })
    },
  })
  // Jobs are done in a process of their own: however much they compute, no page waits for them.
  const worker = startWorkerProcess({
    program: join(buildFolder, 'worker.js'),
    begins: { url: data.url, alone: data.alone },
    ended: (how) => log({ level: 'error', event: 'worker-ended', ...how }),
  })
  life.onStop(worker.stop, worker.endAtOnce)
  const { baseUrl, mailIn } = configuration
  const mailPort =
    mailIn &&
    (await receiveMail(mailIn, {
      taker: takeLetters({ database: data.database, now: systemClock, newId, baseUrl, ...mailIn }),
      failed: (error) =>
        log({ level: 'error', event: 'letter-not-taken', error: withoutAddresses(String(error)) }),
      life,
    }))
  const port = await listen(site.fetch, configuration, life)
  const address = configuration.port === port ? configuration.baseUrl : `http://localhost:${port}`
  console.log(`\n  Uskalla on käynnissä · Uskalla är i gång · Uskalla is running\n\n  ${address}\n`)
  if (mailPort !== undefined && mailIn)
    console.log(
      `  Vastaukset sähköpostilla · Svar per e-post · Replies by mail: smtp://${mailIn.host}:${mailPort}\n`,
    )
  if (configuration.demo)
    console.log('  Kokeiluympäristö · Provmiljö · Trial environment. Ctrl-C lopettaa.\n')
})
