import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Readable } from 'node:stream'
import type { Hono } from 'hono'
import type { SiteEnvironment } from './site.ts'

/** Addresses of the built style sheet, font, icon and scripts, as the build writes them. */
export interface Assets {
  css: string
  font: string
  icon?: string
  scripts: Record<string, string>
  /** Differs from build to build; absent where nothing has been built. */
  build?: string
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Reads what the build wrote. Throws with a message for the operator when nothing has been built. */
export function readAssets(buildFolder: string): Assets {
  const manifest = join(buildFolder, 'assets.json')
  if (!existsSync(manifest)) throw new Error('Nothing has been built. Run: npm run build')
  return JSON.parse(readFileSync(manifest, 'utf8')) as Assets
}

/** Serves `/assets/…` from the build. Names hold a hash of the content, so browsers may keep them for a year. */
export function serveAssets(hono: Hono<SiteEnvironment>, buildFolder: string): void {
  hono.get('/assets/:file{[A-Za-z0-9._-]+}', async (context) => {
    const file = context.req.param('file')
    const type = types[extname(file)]
    const path = join(buildFolder, 'assets', file)
    if (type === undefined || file.startsWith('.') || !(await isFile(path))) return context.notFound()
    context.header('Content-Type', type)
    context.header('Cache-Control', 'public, max-age=31536000, immutable')
    context.header('Vary', 'Accept-Encoding')
    const accepted = context.req.header('accept-encoding') ?? ''
    for (const [encoding, ending] of [
      ['br', '.br'],
      ['gzip', '.gz'],
    ] as const)
      if (accepted.includes(encoding) && (await isFile(path + ending))) {
        context.header('Content-Encoding', encoding)
        return context.body(Readable.toWeb(createReadStream(path + ending)) as ReadableStream)
      }
    return context.body(Readable.toWeb(createReadStream(path)) as ReadableStream)
  })
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}
