import { readFileSync } from 'node:fs'
import type { Server, Socket } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { MailInConfiguration } from '../configuration.ts'
import type { Life } from '../life.ts'
import { type ReceivedLetter, readLetter } from './received-letter.ts'

/** Why a letter is not taken, as an answer of SMTP: 4xx for "try again later", 5xx for "never". */
export interface NotTaken {
  code: 451 | 452 | 550 | 552 | 554
  text: string
}

/** Sender and recipient as the sending server gave them. The sender of a bounce is empty. */
export interface Envelope {
  sender: string
  recipient: string
}

/** Who decides about letters. Both may throw: the sending server is then asked to come again later. */
export interface LetterTaker {
  /** May a letter come to this address from this sender? Undefined lets it in. */
  recipient: (envelope: Envelope) => Promise<NotTaken | undefined>
  /** Takes a letter for good before it answers: undefined means that what it became is stored. */
  take: (letter: ReceivedLetter, envelope: Envelope) => Promise<NotTaken | undefined>
}

/** The largest letter, in bytes. Answers to reminders are a few lines; attachments are left out anyway. */
const largestBytes = 256 * 1024

/** How much one sender may keep us busy. */
const usualLimits = { clients: 20, idleMs: 30_000, connectionMs: 120_000, lettersPerConnection: 20 }

const later: NotTaken = { code: 451, text: '4.3.0 Not taken just now. Please try again later.' }

/**
 * Receives letters by SMTP until the life ends, and returns the port. Takes nothing without `taker`, signs nobody in, and
 * passes nothing on. A letter is answered with 250 only when it is stored. Throws with a message for the operator when it
 * cannot listen.
 */
export async function receiveMail(
  configuration: MailInConfiguration,
  {
    taker,
    failed,
    life,
    limits = usualLimits,
  }: {
    taker: LetterTaker
    /** Told of everything that went wrong here, not of letters that were refused. */
    failed: (error: unknown) => void
    life: Life
    limits?: typeof usualLimits
  },
): Promise<number> {
  const { tls, domain } = configuration
  const server = new SMTPServer({
    name: domain,
    banner: 'Uskalla',
    size: largestBytes,
    rejectOversized: true,
    ...(tls && { cert: readFileSync(tls.certificateFile), key: readFileSync(tls.keyFile) }),
    disabledCommands: [
      'AUTH',
      'VRFY',
      'XCLIENT',
      'XFORWARD',
      'WIZ',
      'SHELL',
      'KILL',
      ...(tls ? [] : ['STARTTLS']),
    ],
    disableReverseLookup: true,
    logger: false,
    maxCommandLength: 2_048,
    maxClients: limits.clients,
    socketTimeout: limits.idleMs,
    closeTimeout: 2_000,
    onMailFrom(address, session, answer) {
      if (session.transaction > limits.lettersPerConnection)
        return answer(asError({ code: 452, text: '4.7.0 Enough letters for one connection.' }))
      // Reports of failed deliveries have no sender; answering them or storing them is how letters go in circles.
      answer(
        address.address === ''
          ? asError({ code: 550, text: '5.7.1 Reports are not taken here.' })
          : undefined,
      )
    },
    onRcptTo(address, session, answer) {
      if (session.envelope.rcptTo.length > 0)
        return answer(asError({ code: 452, text: '4.5.3 One recipient at a time.' }))
      const envelope = { sender: senderOf(session), recipient: address.address }
      decide(() => taker.recipient(envelope), failed).then((no) => answer(no && asError(no)), failed)
    },
    onData(stream, session, answer) {
      const envelope = {
        sender: senderOf(session),
        recipient: session.envelope.rcptTo[0]?.address ?? '',
      }
      decide(() => takeStream(stream, envelope, taker), failed).then(
        (no) => (no ? answer(asError(no)) : answer(null, '2.0.0 Taken')),
        failed,
      )
    },
  })
  // Connections that break off are the sender's affair.
  server.on('error', () => {})
  const sockets = new Set<Socket>()
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    const tooLong = setTimeout(() => socket.destroy(), limits.connectionMs)
    socket.on('close', () => {
      clearTimeout(tooLong)
      sockets.delete(socket)
    })
  })
  const port = await listening(server.server, configuration)
  life.onStop(
    () => new Promise<void>((resolve) => server.close(() => resolve())),
    () => {
      for (const socket of sockets) socket.destroy()
    },
  )
  return port
}

/** The port; the wanted one, or any free one where that will do. */
async function listening(server: Server, { host, port, anyPort }: MailInConfiguration): Promise<number> {
  const begin = (wanted: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(wanted, host, () => {
        server.removeListener('error', reject)
        resolve()
      })
    })
  try {
    await begin(port)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE' && anyPort) await begin(0)
    else throw new Error(whyNot(code, host, port), { cause: error })
  }
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : port
}

function whyNot(code: string | undefined, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} of ${host}, for letters, is taken by another program. Set USKALLA_MAIL_IN_PORT to another number.`
  if (code === 'EACCES')
    return `This user may not receive letters on port ${port}. Set USKALLA_MAIL_IN_PORT to a number from 1024 upwards.`
  return `Could not receive letters on ${host}, port ${port}. Check USKALLA_MAIL_IN_HOST and USKALLA_MAIL_IN_PORT.`
}

async function decide(
  decision: () => Promise<NotTaken | undefined>,
  failed: (error: unknown) => void,
): Promise<NotTaken | undefined> {
  try {
    return await decision()
  } catch (error) {
    failed(error)
    return later
  }
}

async function takeStream(
  stream: SMTPServerDataStream,
  envelope: Envelope,
  taker: LetterTaker,
): Promise<NotTaken | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= largestBytes) chunks.push(chunk)
  }
  if (bytes > largestBytes) return { code: 552, text: '5.3.4 The letter is too large.' }
  const raw = Buffer.concat(chunks)
  if (hasBareLineEnd(raw)) return { code: 554, text: '5.6.0 Lines must end with CR and LF.' }
  const letter = await readLetter(raw)
  return letter ? taker.take(letter, envelope) : { code: 554, text: '5.6.0 The letter cannot be read.' }
}

/**
 * A line end that is only half of one. Servers that take it for a whole one see two letters where others see one, which is
 * how letters are smuggled past checks.
 */
function hasBareLineEnd(raw: Buffer): boolean {
  for (let at = raw.indexOf(0x0a); at >= 0; at = raw.indexOf(0x0a, at + 1))
    if (raw[at - 1] !== 0x0d) return true
  for (let at = raw.indexOf(0x0d); at >= 0; at = raw.indexOf(0x0d, at + 1))
    if (raw[at + 1] !== 0x0a) return true
  return false
}

function senderOf({ envelope }: SMTPServerSession): string {
  return envelope.mailFrom === false ? '' : envelope.mailFrom.address
}

function asError({ code, text }: NotTaken): Error {
  return Object.assign(new Error(text), { responseCode: code })
}
