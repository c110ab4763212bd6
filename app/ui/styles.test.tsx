import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { beforeAll, describe, expect, test } from 'vitest'
import { Catalogue } from './catalogue.tsx'
import { examplePage } from './layout.examples.ts'
import { Layout } from './layout.tsx'
import { markupOf, valuesOf } from './test-markup.ts'

const kilobyte = 1024

async function bundled(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    outdir: 'out',
    loader: { '.woff2': 'empty' },
    logLevel: 'silent',
  })
  return result.outputFiles.find((file) => /\.(css|js)$/.test(file.path))?.text ?? ''
}

describe('what a browser fetches', () => {
  let css = ''
  beforeAll(async () => {
    css = await bundled('styles/index.css')
  })

  test('the style sheet is at most 15 kB compressed', () => {
    expect(css.length).toBeGreaterThan(10 * kilobyte)
    expect(gzipSync(css).length).toBeLessThanOrEqual(15 * kilobyte)
  })

  test('the page script is at most 3 kB compressed', async () => {
    const script = await bundled('page.browser.ts')
    expect(script).toContain('character-count')
    expect(gzipSync(script).length).toBeLessThanOrEqual(3 * kilobyte)
  })

  test('the whole catalogue, every part in all states, is at most 50 kB compressed', () => {
    const page = markupOf(<Layout {...examplePage('fi')} children={<Catalogue lang="fi" />} />)
    expect(gzipSync(page).length).toBeLessThanOrEqual(50 * kilobyte)
  })

  test('every class the kit writes has a rule in the style sheet', () => {
    const page = markupOf(<Layout {...examplePage('fi')} children={<Catalogue lang="fi" />} />)
    const classes = new Set(valuesOf(page, 'class').flatMap((value) => value.split(' ')))
    const withoutRule = [...classes].filter((name) => !new RegExp(`\\.${name}(?![\\w-])`).test(css))
    // These only name what something is; a rule for the family they belong to dresses them.
    expect(withoutRule.sort()).toEqual(namesOnly)
  })

  test('the kit writes no inline style and no inline script, so that a strict policy holds', () => {
    const page = markupOf(<Layout {...examplePage('fi')} children={<Catalogue lang="fi" />} />)
    expect(valuesOf(page, 'style')).toEqual([])
    expect(valuesOf(page, 'on[a-z]+')).toEqual([])
    expect(page).not.toMatch(/<script(?![^>]*src=)/)
  })
})

const namesOnly = [
  'choice-hint',
  'choice-label',
  'choices',
  'face',
  'face-even',
  'label-median',
  'line-during',
  'notice-info',
  'reference-median',
  'step-done',
  'timeline-plain',
]
