import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pathTo } from './platform/web/address.ts'
import { productFolder } from './platform/folders.ts'
import { fieldsOnPage } from './test-bodies.ts'
import { openForms } from './test-forms.ts'
import { createTestSite } from './test-site.ts'

/** What could reach out over a network, and how it shows in a source file. */
const ways: readonly [string, RegExp][] = [
  ['fetch', /(?<![.\w])fetch\s*\(/],
  ['http', /from ['"](?:node:)?https?['"]/],
  ['http2', /from ['"](?:node:)?http2['"]/],
  ['net', /from ['"](?:node:)?(?:net|tls|dgram|dns)(?:\/promises)?['"]/],
  ['websocket', /new (?:WebSocket|EventSource|XMLHttpRequest)\b/],
  ['undici', /['"](?:undici|axios|got|node-fetch|superagent|ws)['"]/],
  ['mail', /['"]nodemailer['"]/],
  ['identity provider', /['"](?:openid-client|oauth4webapi)['"]/],
  ['processes', /from ['"](?:node:)?child_process['"]/],
  ['any of them at run time', /(?:import|require)\s*\(\s*(?!['"])/],
]

/** Who may, and why. Everything else in `app/` reaches nothing but its database. */
const allowed: Record<string, Record<string, string>> = {
  'app/platform/listen.ts': { http: 'listens; calls nobody' },
  'app/platform/web/network.ts': { net: 'reads addresses; calls nobody' },
  'app/platform/mail/send-mail.ts': { mail: 'the operator’s mail server' },
  'app/people/identity-provider-client.ts': {
    'identity provider': 'providers that the operator has named',
  },
  'app/platform/jobs/worker-process.ts': { processes: 'starts the worker of the application' },
  'app/platform/mail/receive-mail.ts': { net: 'listens for letters; calls nobody' },
  // Runs in browsers, whose policy lets it call this site only.
  'app/measurements/phone/send-entries.ts': { fetch: 'sends to this site what waited on a phone' },
  'app/platform/database/postgres-process.ts': { processes: 'starts the built-in database' },
  'app/platform/database/postgres-cluster.ts': { processes: 'makes the built-in database' },
}

/** Files of the product itself: no tests, nothing that runs in browsers (their policy lets them call this site only). */
function sources(): string[] {
  return readdirSync(join(productFolder, 'app'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(productFolder.length + 1))
    .filter((file) => !/\.test\.tsx?$|\.examples\.ts$|\.browser\.tsx?$|(?:^|\/)test-[\w-]+\.tsx?$/.test(file))
}

describe('abuse-6 abuse-59 abuse-60 the application calls nobody', () => {
  test('but the mail server and the identity providers that the operator has named', () => {
    const found: string[] = []
    for (const file of sources()) {
      const source = readFileSync(join(productFolder, file), 'utf8')
      for (const [way, pattern] of ways)
        if (pattern.test(source) && allowed[file]?.[way] === undefined) found.push(`${file}: ${way}`)
    }
    expect(found).toEqual([])
  })

  test('and every exception still stands where it is allowed', () => {
    for (const [file, ones] of Object.entries(allowed)) {
      const source = readFileSync(join(productFolder, file), 'utf8')
      for (const way of Object.keys(ones)) {
        const pattern = ways.find(([name]) => name === way)?.[1]
        expect(pattern?.test(source), `${file}: ${way}`).toBe(true)
      }
    }
  })

  test('a call would be seen in whatever way it is made', () => {
    const calls = [
      "await fetch('http://169.254.169.254/')",
      "import { request } from 'node:https'",
      "import net from 'net'",
      "import { lookup } from 'node:dns/promises'",
      'new WebSocket(address)',
      "const client = await import('undici')",
      'await import(name)',
    ]
    for (const call of calls)
      expect(
        ways.some(([, pattern]) => pattern.test(call)),
        call,
      ).toBe(true)
    expect(ways.some(([, pattern]) => pattern.test('site.fetch(request)'))).toBe(false)
  })
})

describe('abuse-6 abuse-59 abuse-60 while every form takes addresses in every field', () => {
  test('nothing is called but the provider that the operator has named', async () => {
    const site = await createTestSite()
    const listener = createServer((socket) => {
      hits.push('the listener')
      socket.destroy()
    })
    const hits: string[] = []
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
    const { port } = listener.address() as AddressInfo
    /** Where connections are opened to, whoever answers; those of the database driver are made another way. */
    const called = new Set<string>()
    const noteCall = (message: unknown) => {
      const { socket } = message as { socket: Socket }
      socket.once('connect', () => called.add(`${socket.remoteAddress}:${socket.remotePort}`))
      socket.once('error', (error: AggregateError & { address?: string; port?: number }) => {
        // Where a name has several addresses, each attempt has an error of its own.
        const attempts: { address?: string; port?: number }[] = error.errors ?? [error]
        for (const { address, port } of attempts) called.add(`${address}:${port}`)
      })
    }
    subscribe('net.client.socket', noteCall)
    try {
      const addresses = [`http://127.0.0.1:${port}/`, `http://[::ffff:127.0.0.1]:${port}/`]
      for (const name of Object.keys(openForms) as (keyof typeof openForms)[])
        for (const address of addresses) {
          const [open] = openForms[name] ?? []
          if (!open) continue
          const { who, parameters, query, formSecret } = await open(site)
          const browser = await site.browser(who, formSecret)
          const path = pathTo('fi', name, parameters, query)
          const { text } = await browser.get(path)
          const offered = [...fieldsOnPage(text, path)]
          const all = Object.fromEntries(offered.map(([field]) => [field, address]))
          const free = Object.fromEntries(offered.map(([field, values]) => [field, values[0] ?? address]))
          for (const fields of [all, free])
            expect((await browser.post(path, fields)).status).toBeLessThan(500)
        }
      expect(hits).toEqual([])
      // Seen, because it was looked for: the provider of the tests, which nobody answers for.
      expect(called.size).toBeGreaterThan(0)
      expect([...called].filter((one) => !/^(?:127\.0\.0\.1:9|undefined:undefined)$/.test(one))).toEqual([])
    } finally {
      unsubscribe('net.client.socket', noteCall)
      listener.close()
      await site.close()
    }
  }, 300_000)
})
