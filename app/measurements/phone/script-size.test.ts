import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { productFolder } from '../../platform/folders.ts'

/** The most script that a page may bring, compressed, in bytes. */
const mostBytes = 15_000

/** The size of some browser scripts as phones fetch them. */
async function sizeOf(...files: string[]): Promise<number> {
  const sizes = await Promise.all(
    files.map(async (file) => {
      const { outputFiles } = await build({
        entryPoints: [join(productFolder, 'app', file)],
        bundle: true,
        minify: true,
        write: false,
        format: 'esm',
        target: ['safari16', 'chrome109', 'firefox115'],
      })
      return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length
    }),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

test('the pages of the log bring little script, the worker counted in', async () => {
  const log = await sizeOf(
    'ui/page.browser.ts',
    'measurements/phone/quick-log.browser.ts',
    'measurements/phone/log-worker.browser.ts',
  )
  const leaving = await sizeOf('ui/page.browser.ts', 'measurements/phone/leave-quick-log.browser.ts')
  console.info(`The log brings ${log} bytes of script, signing out ${leaving}`)
  expect(log).toBeGreaterThan(1_000)
  expect(log).toBeLessThanOrEqual(mostBytes)
  expect(leaving).toBeLessThanOrEqual(mostBytes)
})
