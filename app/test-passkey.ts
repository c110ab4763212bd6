import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

/** How a device answers, where a test wants it to answer wrongly. */
export interface Answering {
  origin?: string
  host?: string
  /** False: the device did not check who holds it. */
  verified?: boolean
  /** The count of uses that it tells; one more than before unless told. */
  counter?: number
  /** Answers this question instead of the one it was asked. */
  challenge?: string
  type?: string
}

/** A telephone or a security key in software: makes one passkey (ES256) and answers with it. */
export function createDevice({ origin = 'http://uskalla.test', host = 'uskalla.test' } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credentialId = randomBytes(32)
  let counter = 0
  let userHandle = ''

  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
  const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest()

  function clientData(type: string, question: { challenge: string }, how: Answering): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: how.type ?? type,
        challenge: how.challenge ?? question.challenge,
        origin: how.origin ?? origin,
        crossOrigin: false,
      }),
    )
  }

  function deviceData(how: Answering, attested: Uint8Array = new Uint8Array()): Buffer {
    counter = how.counter ?? counter + 1
    const flags = 0x01 | (how.verified === false ? 0 : 0x04) | (attested.length > 0 ? 0x40 : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(how.host ?? host), Buffer.of(flags), count, attested])
  }

  return {
    credentialId: base64(credentialId),
    /** What the browser sends when a passkey is made, as JSON. */
    register(questionText: string, how: Answering = {}): string {
      const question = JSON.parse(questionText) as { challenge: string; user: { id: string } }
      userHandle = question.user.id
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      const coseKey = new Map<number, Value>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ])
      const length = Buffer.of(0, credentialId.length)
      const attested = Buffer.concat([Buffer.alloc(16), length, credentialId, cbor(coseKey)])
      const attestation = new Map<string, Value>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, Value>()],
        ['authData', deviceData(how, attested)],
      ])
      return answerOf({
        clientDataJSON: base64(clientData('webauthn.create', question, how)),
        attestationObject: base64(cbor(attestation)),
        transports: ['internal'],
      })
    },
    /** What the browser sends when somebody signs in, as JSON. */
    signIn(questionText: string, how: Answering = {}): string {
      const question = JSON.parse(questionText) as { challenge: string }
      const client = clientData('webauthn.get', question, how)
      const data = deviceData(how)
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey)
      return answerOf({
        clientDataJSON: base64(client),
        authenticatorData: base64(data),
        signature: base64(signature),
        userHandle,
      })
    },
  }

  function answerOf(response: object): string {
    const id = base64(credentialId)
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })
  }
}

type Value = number | string | Uint8Array | ReadonlyMap<number, Value> | ReadonlyMap<string, Value>

/** As much of CBOR (RFC 8949) as passkeys need: whole numbers, texts, bytes and maps shorter than 65,536. */
function cbor(value: Value): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value])
  const entries: [number | string, Value][] = [...value]
  return Buffer.concat([head(5, entries.length), ...entries.flatMap(([key, one]) => [cbor(key), cbor(one)])])
}

function head(kind: number, size: number): Buffer {
  if (size < 24) return Buffer.of((kind << 5) | size)
  if (size < 256) return Buffer.of((kind << 5) | 24, size)
  return Buffer.of((kind << 5) | 25, size >> 8, size & 0xff)
}
