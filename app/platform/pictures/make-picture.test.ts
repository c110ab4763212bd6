import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { makePicture, type MadePicture, pictureLimits } from './make-picture.ts'
import { readPictureHeader } from './picture-header.ts'

const plain = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: { r: 40, g: 90, b: 60 } } })

async function made(bytes: Uint8Array): Promise<MadePicture> {
  const picture = await makePicture(bytes)
  if (typeof picture === 'string') throw new Error(`refused: ${picture}`)
  return picture
}

const text = (words: string) => new TextEncoder().encode(words)

/** A chunk of a PNG: length, name, content, check sum. */
function chunk(name: string, content: Uint8Array): Uint8Array {
  const named = Buffer.concat([text(name), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A PNG that says it has this size and brings whatever pixels it likes. */
function pngSaying(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', new Uint8Array()),
  ])
}

describe('the header of a picture', () => {
  test('tells kind and size of JPEG, PNG and the three kinds of WebP', async () => {
    const size = { width: 60, height: 40 }
    expect(readPictureHeader(await plain().jpeg().toBuffer())).toEqual({ kind: 'jpeg', ...size })
    expect(readPictureHeader(await plain().jpeg({ progressive: true }).toBuffer())).toEqual({
      kind: 'jpeg',
      ...size,
    })
    expect(readPictureHeader(await plain().png().toBuffer())).toEqual({ kind: 'png', ...size })
    expect(readPictureHeader(await plain().webp().toBuffer())).toEqual({ kind: 'webp', ...size })
    expect(readPictureHeader(await plain().webp({ lossless: true }).toBuffer())).toEqual({
      kind: 'webp',
      ...size,
    })
    const extended = await plain()
      .withExif({ IFD0: { Copyright: 'Joku' } })
      .webp()
      .toBuffer()
    expect(readPictureHeader(extended)).toEqual({ kind: 'webp', ...size })
  })

  test('is nothing in other files, and in one that ends in the middle of it', async () => {
    for (const other of [
      '',
      'GIF89a',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '%PDF-1.7',
      'RIFF0000AVI ',
    ])
      expect(readPictureHeader(text(other))).toBeUndefined()
    for (const whole of [
      await plain().jpeg().toBuffer(),
      await plain().png().toBuffer(),
      await plain().webp().toBuffer(),
    ])
      for (let length = 0; length < 20; length++)
        expect(readPictureHeader(whole.subarray(0, length))).toBeUndefined()
  })
})

describe('a picture that somebody sends', () => {
  test('comes out as WebP, no larger than it is shown', async () => {
    const { content, width, height, hash } = await made(await plain(3_200, 1_000).jpeg().toBuffer())
    expect([width, height]).toEqual([1_600, 500])
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(readPictureHeader(content)).toEqual({ kind: 'webp', width, height })
    expect(await made(await plain().png().toBuffer())).toMatchObject({ width: 60, height: 40 })
  })

  test('loses the place where it was taken, the name of who took it and everything else beside its pixels', async () => {
    const withPlace = await plain()
      .withExif({
        IFD0: { Artist: 'Kuvaaja Kaisa', Copyright: 'Salainen' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '63/1 5/1 0/1' },
      })
      .jpeg()
      .toBuffer()
    expect(withPlace.includes('Kuvaaja Kaisa')).toBe(true)
    const { content } = await made(withPlace)
    expect(content.includes('Kuvaaja')).toBe(false)
    const { exif, icc, iptc, xmp } = await sharp(content).metadata()
    expect([exif, icc, iptc, xmp]).toEqual([undefined, undefined, undefined, undefined])
  })

  test('is turned the way it was held', async () => {
    const lying = await plain(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(await made(lying)).toMatchObject({ width: 40, height: 60 })
  })

  test('brings nothing along that was hung on to it: a page, a script, an archive', async () => {
    const jpeg = await plain().jpeg().toBuffer()
    const polyglot = Buffer.concat([jpeg, text('<script>alert(1)</script>PK\u0003\u0004')])
    const { content } = await made(polyglot)
    expect(content.includes('script')).toBe(false)
    expect(content.includes('PK\u0003\u0004')).toBe(false)
    const comment = text('<html><script>alert(1)</script>')
    const marker = Buffer.from([0xff, 0xfe, 0, comment.length + 2])
    const inside = Buffer.concat([jpeg.subarray(0, 2), marker, comment, jpeg.subarray(2)])
    expect((await made(inside)).content.includes('script')).toBe(false)
  })

  test('is refused when it is no JPEG, PNG or WebP, whatever its name says', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><image href="file:///etc/passwd"/></svg>'
    const gif = await plain().gif().toBuffer()
    const tiff = await plain().tiff().toBuffer()
    const avif = Buffer.concat([Buffer.from([0, 0, 0, 28]), text('ftypavif0000mif1')])
    for (const other of [
      text(svg),
      text(`<?xml version="1.0"?>${svg}`),
      gif,
      tiff,
      avif,
      text('GIF89a'),
      text(''),
    ])
      expect(await makePicture(other)).toBe('kind')
  })

  test('is refused before it is decoded when its header tells of too many pixels', async () => {
    expect(await makePicture(pngSaying(5_001, 5_000, new Uint8Array()))).toBe('pixels')
    expect(await makePicture(pngSaying(60_000, 60_000, deflateSync(new Uint8Array(1_000_000))))).toBe(
      'pixels',
    )
    expect(await makePicture(pngSaying(0, 10, new Uint8Array()))).toBe('kind')
  })

  test('is refused when it brings far less or something else than its header tells', async () => {
    const bomb = deflateSync(new Uint8Array(50_000_000))
    for (const lying of [
      pngSaying(5_000, 5_000, deflateSync(new Uint8Array(100))),
      pngSaying(5_000, 5_000, text('not packed at all')),
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 40, 0, 60, 3]), text('nothing')]),
    ])
      expect(await makePicture(lying)).toBe('broken')
    // Far more than the header tells: what is beyond is never unpacked into the picture.
    const picture = await makePicture(pngSaying(10, 10, bomb))
    if (typeof picture !== 'string') expect([picture.width, picture.height]).toEqual([10, 10])
  })

  test('is refused when it was cut off', async () => {
    const noise = await sharp(Buffer.from(Array.from({ length: 90_000 }, (_, at) => (at * 7919) % 251)), {
      raw: { width: 200, height: 150, channels: 3 },
    })
    const jpeg = await noise.clone().jpeg().toBuffer()
    expect(await makePicture(jpeg.subarray(0, jpeg.length / 2))).toBe('broken')
    const pngFile = await noise.clone().png().toBuffer()
    expect(await makePicture(pngFile.subarray(0, pngFile.length / 2))).toBe('broken')
  })

  test('is told to wait when many are waiting already, and taken again when they are done', async () => {
    const file = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer()
    await makePicture(file)
    const made = await Promise.all(Array.from({ length: pictureLimits.waiting + 3 }, () => makePicture(file)))
    expect(made.filter((one) => one === 'busy').length).toBe(3)
    expect(made.slice(0, pictureLimits.waiting).every((one) => typeof one === 'object')).toBe(true)
    expect(typeof (await makePicture(file))).toBe('object')
  })
})
