import { connect, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { newLife, type Life } from '../life.ts'
import { type Envelope, type NotTaken, receiveMail } from './receive-mail.ts'
import type { ReceivedLetter } from './received-letter.ts'

const configuration = {
  port: 0,
  host: '127.0.0.1',
  domain: 'vastaus.example',
  trustedServer: undefined,
  tls: undefined,
  anyPort: false,
}
const limits = { clients: 20, idleMs: 5_000, connectionMs: 5_000, lettersPerConnection: 3 }
const open = 'log@vastaus.example'

const lives: Life[] = []
afterEach(async () => {
  for (const life of lives.splice(0)) await life.stop()
})

/** A receiver whose only address is `open`, which keeps what it took. */
async function receiver(change: Partial<typeof limits> = {}, take?: () => Promise<NotTaken | undefined>) {
  const taken: { letter: ReceivedLetter; envelope: Envelope }[] = []
  const faults: unknown[] = []
  const life = newLife()
  lives.push(life)
  const port = await receiveMail(configuration, {
    life,
    limits: { ...limits, ...change },
    failed: (error) => faults.push(error),
    taker: {
      recipient: async ({ recipient }) =>
        recipient === open ? undefined : { code: 550, text: '5.1.1 No such address.' },
      take: async (letter, envelope) => {
        const no = await take?.()
        if (no === undefined) taken.push({ letter, envelope })
        return no
      },
    },
  })
  return { port, taken, faults }
}

/** Somebody who speaks SMTP by hand: sends exactly these bytes and reads the codes of the answers. */
async function caller(port: number) {
  const socket: Socket = connect(port, '127.0.0.1')
  let heard = ''
  let closed = false
  const news: (() => void)[] = []
  const tell = () => news.splice(0).forEach((one) => one())
  socket.on('data', (chunk) => {
    heard += chunk.toString()
    tell()
  })
  socket.on('close', () => {
    closed = true
    tell()
  })
  socket.on('error', () => {})
  const codes = () => heard.split('\r\n').flatMap((line) => /^(\d{3}) /.exec(line)?.[1] ?? [])
  const until = async (met: () => boolean) => {
    while (!met() && !closed) await new Promise<void>((resolve) => news.push(resolve))
  }
  await until(() => codes().length >= 1)
  return {
    /** Sends and waits for so many more answers; returns their codes. */
    say: async (bytes: string | Buffer, answers = 1) => {
      const before = codes().length
      socket.write(bytes)
      await until(() => codes().length >= before + answers)
      return codes().slice(before)
    },
    closed: () => until(() => closed),
    heard: () => heard,
    hangUp: () => socket.destroy(),
  }
}

const envelope = `MAIL FROM:<a@keitele.example>\r\nRCPT TO:<${open}>\r\nDATA\r\n`
const letter = 'From: a@keitele.example\r\nMessage-ID: <1@keitele.example>\r\n\r\n3,5\r\n'

describe('the receiver of letters', () => {
  test('takes a letter, also when all commands come at once', async () => {
    const { port, taken } = await receiver()
    const one = await caller(port)
    expect(await one.say(`EHLO a\r\n${envelope}`, 4)).toEqual(['250', '250', '250', '354'])
    expect(await one.say(`${letter}.\r\nQUIT\r\n`, 2)).toEqual(['250', '221'])
    expect(taken).toMatchObject([{ letter: { text: '3,5\n', from: ['a@keitele.example'] } }])
  })

  test('passes nothing on, signs nobody in, and tells nothing about itself', async () => {
    const { port, taken } = await receiver()
    const one = await caller(port)
    await one.say('EHLO a\r\n')
    expect(one.heard()).not.toMatch(/AUTH|STARTTLS|XCLIENT/)
    expect(await one.say('AUTH PLAIN AGEAYg==\r\n')).toEqual(['500'])
    expect(await one.say('VRFY root\r\n')).toEqual(['500'])
    expect(await one.say('XCLIENT ADDR=127.0.0.1\r\n')).toEqual(['500'])
    expect(await one.say('MAIL FROM:<a@keitele.example>\r\n')).toEqual(['250'])
    for (const other of ['x@elsewhere.example', 'log%elsewhere.example@vastaus.example'])
      expect(await one.say(`RCPT TO:<${other}>\r\n`)).toEqual(['550'])
    for (const other of [`${open}@elsewhere.example`, `"${open}"@elsewhere.example`])
      expect(await one.say(`RCPT TO:<${other}>\r\n`), other).not.toEqual(['250'])
    expect(await one.say('DATA\r\n')).toEqual(['503'])
    one.hangUp()
    expect(taken).toEqual([])
  })

  test('takes no reports, and one recipient at a time', async () => {
    const { port } = await receiver()
    const one = await caller(port)
    await one.say('EHLO a\r\n')
    expect(await one.say('MAIL FROM:<>\r\n')).toEqual(['550'])
    expect(
      await one.say(`MAIL FROM:<a@keitele.example>\r\nRCPT TO:<${open}>\r\nRCPT TO:<${open}>\r\n`, 3),
    ).toEqual(['250', '250', '452'])
    one.hangUp()
  })

  test('sees one letter where half a line end would make two', async () => {
    const smuggled = `MAIL FROM:<b@keitele.example>\r\nRCPT TO:<${open}>\r\nDATA\r\nFrom: b@keitele.example\r\n\r\n9\r\n.\r\n`
    for (const end of ['\n.\n', '\n.\r\n', '\r\n.\n', '\r.\r', '\r\n.\r', '\r.\r\n', '\0\r\n.\n']) {
      const { port, taken } = await receiver()
      const one = await caller(port)
      await one.say(`EHLO a\r\n${envelope}`, 4)
      expect(await one.say(`${letter}${end}${smuggled}`), JSON.stringify(end)).toEqual(['554'])
      expect(taken).toEqual([])
      one.hangUp()
    }
  })

  test('refuses what is too large, told beforehand or not, and takes the next letter', async () => {
    const { port, taken } = await receiver()
    const one = await caller(port)
    await one.say('EHLO a\r\n')
    expect(one.heard()).toContain('SIZE 262144')
    expect(await one.say('MAIL FROM:<a@keitele.example> SIZE=300000\r\n')).toEqual(['552'])
    await one.say(envelope, 3)
    expect(await one.say(`${letter}${`${'x'.repeat(998)}\r\n`.repeat(300)}.\r\n`)).toEqual(['552'])
    await one.say(envelope, 3)
    expect(await one.say(`${letter}.\r\n`)).toEqual(['250'])
    expect(taken).toHaveLength(1)
    one.hangUp()
  })

  test('asks to come again when it cannot store, and says so to the operator', async () => {
    const { port, taken, faults } = await receiver({}, () =>
      Promise.reject(new Error('the database is away')),
    )
    const one = await caller(port)
    await one.say(`EHLO a\r\n${envelope}`, 4)
    expect(await one.say(`${letter}.\r\n`)).toEqual(['451'])
    expect([taken, faults]).toEqual([[], [new Error('the database is away')]])
    one.hangUp()
  })

  test('lets nobody hold a line for long: by silence, drop by drop, with long commands or many letters', async () => {
    const { port, taken } = await receiver({ idleMs: 200, connectionMs: 600 })
    const silent = await caller(port)
    const slow = await caller(port)
    const drops = setInterval(() => void slow.say('x', 0), 50)
    await silent.closed()
    await slow.closed()
    clearInterval(drops)
    const { port: usual } = await receiver()
    const long = await caller(usual)
    await long.say(`NOOP ${'x'.repeat(5_000)}\r\n`, 9)
    await long.closed()
    const many = await caller(usual)
    await many.say('EHLO a\r\n')
    const answers: string[] = []
    for (let index = 0; index < 5; index++) {
      const [first = ''] = await many.say('MAIL FROM:<a@keitele.example>\r\n')
      answers.push(first)
      if (first === '250') await many.say(`RCPT TO:<${open}>\r\nDATA\r\n`, 2)
      if (first === '250') await many.say(`${letter}.\r\n`)
    }
    expect(answers).toEqual(['250', '250', '250', '452', '452'])
    many.hangUp()
    expect(taken).toEqual([])
  })

  test('greets no more callers than it may', async () => {
    const { port } = await receiver({ clients: 2 })
    const [first, second] = [await caller(port), await caller(port)]
    const third = await caller(port)
    await third.closed()
    expect([first, second].map((one) => one.heard().slice(0, 3))).toEqual(['220', '220'])
    expect(third.heard()).not.toMatch(/^220/)
    for (const one of [first, second]) one.hangUp()
  })

  test('reads letters in every encoding that people’s programs use, and no attachments', async () => {
    const { port, taken } = await receiver({ lettersPerConnection: 20 })
    const from = 'From: =?UTF-8?Q?Kaisa_K=C3=A4rki?= <a@keitele.example>\r\nMIME-Version: 1.0\r\n'
    const latin = (charset: string, bytes: number[]) =>
      Buffer.concat([
        Buffer.from(
          `${from}Content-Type: text/plain; charset=${charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`,
        ),
        Buffer.from(bytes),
        Buffer.from('\r\n'),
      ])
    const letters: Buffer[] = [
      latin('iso-8859-1', [0xe4, 0xf6]),
      latin('iso-8859-15', [0xe4, 0xf6]),
      latin('windows-1252', [0xe4, 0xf6]),
      latin('utf-8', [...Buffer.from('äö')]),
      Buffer.from(
        `${from}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=C3=A4=\r\n=C3=B6\r\n`,
      ),
      Buffer.from(
        `${from}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from('äö').toString('base64')}\r\n`,
      ),
      Buffer.from(
        `${from}Content-Type: text/html; charset=utf-8\r\n\r\n<html><head><style>p{color:red}</style><script>alert(1)</script></head><body><p>äö</p></body></html>\r\n`,
      ),
      Buffer.from(
        `${from}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\näö\r\n--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="../../x.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERg==\r\n--b--\r\n`,
      ),
    ]
    const one = await caller(port)
    await one.say('EHLO a\r\n')
    for (const raw of letters) {
      await one.say(envelope, 3)
      expect(await one.say(Buffer.concat([raw, Buffer.from('.\r\n')]))).toEqual(['250'])
    }
    one.hangUp()
    expect(taken.map((each) => each.letter.text.trim())).toEqual(letters.map(() => 'äö'))
    expect(taken.at(-1)?.letter.attachments).toBe(1)
    const flowed = await caller(port)
    await flowed.say(`EHLO a\r\n${envelope}`, 4)
    await flowed.say(
      `${from}Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\nYksi pitkä \r\nrivi.\r\n\r\n> lainaus\r\n.\r\n`,
    )
    flowed.hangUp()
    expect(taken.at(-1)?.letter.text).toContain('Yksi pitkä rivi.')
  })

  test('reads hostile letters in moments', async () => {
    const { port, taken } = await receiver({ lettersPerConnection: 20 })
    const parts = (n: number) =>
      Array.from(
        { length: n },
        (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n`,
      )
    const hostile = [
      parts(2_000).join(''),
      `Content-Type: text/html\r\n\r\n${'<div>'.repeat(45_000)}`,
      `Content-Type: text/html\r\n\r\n${'<table><tr><td>'.repeat(6_000)}`,
      `${'X-A: b\r\n'.repeat(25_000)}\r\n3,5`,
      `Subject: ${'=?utf-8?q?=41?= '.repeat(12_000)}\r\n\r\n3,5`,
      `To: ${'a,'.repeat(90_000)}\r\n\r\n3,5`,
      `To: ${'('.repeat(200_000)}\r\n\r\n3,5`,
      `References: ${'<a@b> '.repeat(40_000)}\r\n\r\n3,5`,
      `From: ${'a,'.repeat(90_000)}\r\n\r\n3,5`,
      `Content-Type: text/plain; ${'a=b; '.repeat(40_000)}\r\n\r\n3,5`,
      `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nTo: ${'a,'.repeat(90_000)}\r\n\r\n3,5\r\n--b--`,
      `Content-Type: message/rfc822\r\n\r\nTo: ${'a,'.repeat(90_000)}\r\n\r\n3,5`,
      `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\na\r\n'.repeat(20_000)}--b--`,
      `\r\n${'Den 1 skrev '.repeat(20_000)}`,
    ]
    const one = await caller(port)
    await one.say('EHLO a\r\n')
    for (const text of hostile) {
      await one.say(envelope, 3)
      const [code] = await one.say(`From: a@keitele.example\r\n${text}\r\n.\r\n`)
      expect(['250', '554'], text.slice(0, 40)).toContain(code)
    }
    one.hangUp()
    expect(taken.length).toBeGreaterThan(0)
  }, 30_000)

  test('tells the operator when it cannot listen', async () => {
    const { port } = await receiver()
    const taker = { recipient: async () => undefined, take: async () => undefined }
    const attempt = (change: object) => {
      const life = newLife()
      lives.push(life)
      return receiveMail({ ...configuration, ...change }, { life, taker, failed: () => {} })
    }
    await expect(attempt({ port })).rejects.toThrow(`Set USKALLA_MAIL_IN_PORT to another number.`)
    await expect(attempt({ host: '192.0.2.1' })).rejects.toThrow('Check USKALLA_MAIL_IN_HOST')
    expect(await attempt({ port, anyPort: true })).not.toBe(port)
  })
})
