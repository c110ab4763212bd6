import { createHash } from 'node:crypto'
import type { SharpConstructor } from 'sharp'
import { readPictureHeader } from './picture-header.ts'

/** What a picture may be at most. */
export const pictureLimits = {
  bytes: 5_000_000,
  /** Width times height, told by the header before anything is decoded. */
  pixels: 25_000_000,
  /** The longer side after it was made anew. */
  shownSide: 1_600,
  seconds: 10,
  /** How many may wait for their turn in one process, the one that is being made among them; each holds its file. */
  waiting: 8,
}

/** A picture made anew: WebP, without anything that the file said beside its pixels. */
export interface MadePicture {
  content: Buffer
  /** SHA-256 of the content in hexadecimal: the same pixels give the same. */
  hash: string
  /** SHA-256 of the file from which it was made. */
  sentHash: string
  width: number
  height: number
}

/** Why a file is not taken as a picture: see `makePicture`. */
export type PictureRefusal = 'kind' | 'pixels' | 'broken' | 'busy' | 'unable'

let loading: Promise<SharpConstructor | undefined> | undefined

/** The decoder, undefined on a platform for which it has no binary. Formats other than the three are switched off in it. */
async function decoder(): Promise<SharpConstructor | undefined> {
  loading ??= import('sharp').then(
    ({ default: sharp }) => {
      sharp.cache(false)
      sharp.concurrency(1)
      sharp.block({ operation: ['VipsForeignLoad'] })
      sharp.unblock({
        operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
      })
      return sharp
    },
    () => undefined,
  )
  return loading
}

/** Can pictures be taken here at all? Not on a platform for which the decoder has no binary. */
export async function takesPictures(): Promise<boolean> {
  return (await decoder()) !== undefined
}

// One at a time: a large one takes a hundred megabytes for a moment.
let turn: Promise<unknown> = Promise.resolve()
let waiting = 0

/**
 * Makes a picture anew from a file that anybody may have made: only its pixels come along, turned upright, at most 1,600 wide
 * or high. `'kind'` for what is no JPEG, PNG or WebP, `'pixels'` for too many of them, `'broken'` for one that cannot be
 * decoded whole in ten seconds, `'busy'` when too many others wait for their turn, `'unable'` where there is no decoder. Takes
 * up to seconds: never within a transaction.
 */
export async function makePicture(bytes: Uint8Array): Promise<MadePicture | PictureRefusal> {
  const header = readPictureHeader(bytes)
  if (!header) return 'kind'
  if (header.width * header.height > pictureLimits.pixels) return 'pixels'
  const sharp = await decoder()
  if (!sharp) return 'unable'
  if (waiting >= pictureLimits.waiting) return 'busy'
  waiting += 1
  const made = turn.then(async () => {
    try {
      const { data, info } = await sharp(bytes, {
        failOn: 'truncated',
        limitInputPixels: pictureLimits.pixels,
        sequentialRead: true,
        pages: 1,
      })
        .timeout({ seconds: pictureLimits.seconds })
        .autoOrient()
        .resize({
          width: pictureLimits.shownSide,
          height: pictureLimits.shownSide,
          fit: 'inside',
          withoutEnlargement: true,
        })
        .toColourspace('srgb')
        .webp({ quality: 80 })
        .toBuffer({ resolveWithObject: true })
      const hash = createHash('sha256').update(data).digest('hex')
      const sentHash = createHash('sha256').update(bytes).digest('hex')
      return { content: data, hash, sentHash, width: info.width, height: info.height }
    } catch {
      return 'broken' as const
    } finally {
      waiting -= 1
    }
  })
  turn = made
  return made
}
