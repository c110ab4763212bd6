import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as engine from './src/index.ts'
import { build, publishedManifest } from './build.ts'

const folder = mkdtempSync(join(tmpdir(), 'evidence-package-'))

beforeAll(() => build(join(folder, 'dist')), 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function filesBelow(place: string): string[] {
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

describe('the published package', () => {
  test('gives the same functions as the source', async () => {
    const published = (await import(pathToFileURL(join(folder, 'dist/index.js')).href)) as typeof engine
    expect(Object.keys(published).sort()).toEqual(Object.keys(engine).sort())
    expect(
      published.fisherExact([
        [3, 1],
        [1, 3],
      ]),
    ).toEqual(
      engine.fisherExact([
        [3, 1],
        [1, 3],
      ]),
    )
  })

  test('has a file behind every way in', () => {
    const { exports } = publishedManifest({}) as { exports: Record<string, Record<string, string>> }
    for (const way of Object.values(exports))
      for (const file of Object.values(way)) expect(existsSync(join(folder, file)), file).toBe(true)
  })

  test('runs in a browser: nothing of Node behind the main way in', () => {
    const seen = new Set<string>()
    const visit = (file: string): void => {
      if (seen.has(file)) return
      seen.add(file)
      const text = readFileSync(file, 'utf8')
      expect(text).not.toMatch(/from\s*["']node:/)
      for (const [, next] of text.matchAll(/from\s*["'](\.[^"']+)["']/g)) visit(join(file, '..', next!))
    }
    visit(join(folder, 'dist/index.js'))
  })

  test('its declarations name no source file', () => {
    const declarations = filesBelow(join(folder, 'dist')).filter((file) => file.endsWith('.d.ts'))
    expect(declarations.length).toBeGreaterThan(50)
    for (const file of declarations)
      expect(readFileSync(file, 'utf8')).not.toMatch(/['"]\.[^'"]*[^d]\.ts['"]/)
  })
})
