import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../database/test-database.ts'
import { readQueueState } from '../jobs/queue-job.ts'
import type { OutgoingJobContext } from '../jobs/worker.ts'
import { asSystem } from '../database/acting.ts'
import { isMailAddress, queueMail, type Mail } from './mail.ts'
import { mailByKey, newestMails } from './mail-store.ts'
import { mailJobs } from './send-mail.ts'

const letter: Mail = {
  key: 'invitation 1',
  to: 'liisa@keitele.example',
  subject: 'Tuumailu: välipalat kouluun – kello 9',
  text: 'Hei Liisa,\n\ntuumaillaan tiistaina.\n',
  attachments: [
    { fileName: 'tuumailu.ics', contentType: 'text/calendar; method=REQUEST', content: 'BEGIN:VCALENDAR' },
  ],
}
const now = new Date('2026-03-02T08:00:00Z')

describe('mail', () => {
  let fresh: TestDatabase
  let folder: string
  beforeAll(async () => {
    fresh = await createTestDatabase()
    folder = mkdtempSync(join(tmpdir(), 'uskalla-mail-'))
  })
  afterAll(async () => {
    await fresh.close()
    rmSync(folder, { recursive: true })
  })

  const context: OutgoingJobContext = { inTransaction: (work) => asSystem(fresh.database, work), now }
  const folderJobs = () => mailJobs({ smtpUrl: undefined, folder, from: 'uskalla@kokeilut.example' }).jobs
  const letters = () => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))

  test('a letter queued twice under the same key is one letter and one job', async () => {
    await queueMail(fresh.database, letter)
    await queueMail(fresh.database, { ...letter, text: 'another' })
    expect(await newestMails(fresh.everything, 10)).toMatchObject([
      { key: letter.key, text: letter.text, sentAt: undefined },
    ])
    expect((await readQueueState(fresh.database)).waiting).toBe(1)
  })

  test('without a mail server it becomes a file that any mail program opens', async () => {
    await folderJobs()['send-mail'].outgoing({ key: letter.key }, context)
    const [text = ''] = letters()
    expect(text).toMatch(/^From: Uskalla <uskalla@kokeilut.example>\r$/m)
    expect(text).toMatch(/^To: liisa@keitele.example\r$/m)
    expect(text).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(text).toMatch(/^Message-ID: <[0-9a-f]{32}@kokeilut.example>\r$/m)
    expect(text).toContain('filename=tuumailu.ics')
    expect(await mailByKey(fresh.everything, letter.key)).toMatchObject({ sentAt: now, text: letter.text })
  })

  test('that can be answered and stopped says where, to mail programs too', async () => {
    const stop = 'https://kokeilut.example/stop-reminders/fi?token=abc'
    const key = 'reminder 1'
    await queueMail(fresh.database, {
      key,
      to: 'liisa@keitele.example',
      subject: 'Viikon kirjaus',
      text: 'Hei',
      replyTo: 'log+abc@vastaus.example',
      unsubscribeUrl: stop,
    })
    await folderJobs()['send-mail'].outgoing({ key }, context)
    const text = letters().find((one) => one.includes('Viikon kirjaus')) ?? ''
    expect(text).toMatch(/^Reply-To: log\+abc@vastaus.example\r$/m)
    expect(text).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(text.replaceAll(/\r\n\s/g, ' ')).toContain(`List-Unsubscribe: <${stop}>`)
    expect(text).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
  })

  test('that answers a letter by itself says so, and which one', async () => {
    const key = 'answer 1'
    const answered = { key, to: 'liisa@keitele.example', subject: 'Vs: kirjaus', text: 'Kirjattu: 3,5.' }
    await queueMail(fresh.database, { ...answered, inReplyTo: '<abc@keitele.example>' })
    await folderJobs()['send-mail'].outgoing({ key }, context)
    const text = letters().find((one) => one.includes('Vs: kirjaus')) ?? ''
    expect(text).toMatch(/^Auto-Submitted: auto-replied\r$/m)
    expect(text).toMatch(/^In-Reply-To: <abc@keitele.example>\r$/m)
    expect(text).not.toContain('Reply-To: log')
  })

  test('a job repeated after it was sent sends nothing', async () => {
    const before = letters()
    await folderJobs()['send-mail'].outgoing({ key: letter.key }, { ...context, now: new Date(0) })
    expect(letters()).toEqual(before)
    expect((await mailByKey(fresh.everything, letter.key))?.sentAt).toEqual(now)
  })

  test('when the server took the letter but the note of it was lost, the repetition carries the same Message-ID', async () => {
    const server = await mailServer()
    await queueMail(fresh.database, {
      key: 'link 1',
      to: 'ossi@keitele.example',
      subject: 'Kirjaudu',
      text: 'https://…',
    })
    const { jobs } = mailJobs({ smtpUrl: server.url, folder, from: 'uskalla@kokeilut.example' })
    let calls = 0
    const forgetful: OutgoingJobContext['inTransaction'] = (work) => {
      calls++
      return calls === 2 ? Promise.reject(new Error('killed')) : context.inTransaction(work)
    }
    await expect(
      jobs['send-mail'].outgoing({ key: 'link 1' }, { inTransaction: forgetful, now }),
    ).rejects.toThrow('killed')
    await jobs['send-mail'].outgoing({ key: 'link 1' }, context)
    await server.close()
    const names = server.received.map((text) => /^Message-ID: (.*)$/m.exec(text)?.[1])
    expect(names).toHaveLength(2)
    expect(names[0]).toBe(names[1])
    expect(await mailByKey(fresh.everything, 'link 1')).toMatchObject({ text: '', sentAt: now })
  })

  test('a mail server that is away leaves the letter unsent, for another attempt', async () => {
    const server = await mailServer()
    await server.close()
    await queueMail(fresh.database, {
      key: 'link 2',
      to: 'ossi@keitele.example',
      subject: 'Kirjaudu',
      text: 'https://…',
    })
    const { jobs } = mailJobs({ smtpUrl: server.url, folder, from: 'uskalla@kokeilut.example' })
    await expect(jobs['send-mail'].outgoing({ key: 'link 2' }, context)).rejects.toThrow()
    expect((await mailByKey(fresh.everything, 'link 2'))?.sentAt).toBeUndefined()
  })

  test('nobody writes headers through an address, a subject or a file name', async () => {
    const evil = 'x\r\nBcc: everybody@example.fi'
    const attachment = { fileName: 'a.ics', contentType: 'text/calendar', content: '' }
    const attempts: Mail[] = [
      { ...letter, key: 'a', to: `liisa@example.fi${evil}` },
      { ...letter, key: 'b', to: 'liisa@example.fi, kaikki@example.fi' },
      { ...letter, key: 'c', to: 'Liisa <liisa@example.fi>' },
      { ...letter, key: 'd', subject: evil },
      { ...letter, key: 'e', attachments: [{ ...attachment, fileName: evil }] },
      { ...letter, key: 'f', attachments: [{ ...attachment, contentType: evil }] },
      { ...letter, key: 'g', replyTo: `log@vastaus.example${evil}` },
      { ...letter, key: 'h', unsubscribeUrl: `https://a.example/${evil}` },
      { ...letter, key: 'i', inReplyTo: `<a@b.example>${evil}` },
    ]
    for (const attempt of attempts) await expect(queueMail(fresh.database, attempt)).rejects.toThrow(/letter/)
  })

  test('an address is one plain address', () => {
    for (const good of ['liisa@keitele.fi', 'o.p+koe@edu.keitele.fi', 'äiti@keitele.fi'])
      expect(isMailAddress(good)).toBe(true)
    for (const bad of ['', 'liisa', '@keitele.fi', 'a@b@c', 'a b@c.fi', 'a@c..fi', 'a,b@c.fi'])
      expect(isMailAddress(bad)).toBe(false)
  })
})

/** A mail server that takes everything, for loopback only. */
async function mailServer(): Promise<{ url: string; received: string[]; close: () => Promise<void> }> {
  const received: string[] = []
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    let letterText: string | undefined
    socket.write('220 test\r\n')
    socket.on('error', () => {})
    let pending = ''
    socket.on('data', (chunk) => {
      const lines = (pending + chunk.toString()).split('\r\n')
      pending = lines.pop() ?? ''
      for (const line of lines) {
        if (letterText === undefined) {
          if (line === 'DATA') letterText = ''
          socket.write(line === 'DATA' ? '354 go on\r\n' : line === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n')
        } else if (line === '.') {
          received.push(letterText)
          letterText = undefined
          socket.write('250 taken\r\n')
        } else letterText += `${line}\n`
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
