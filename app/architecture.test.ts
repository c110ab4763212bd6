import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { productFolder } from './platform/folders.ts'

/** A small house in good order, in the temporary folder that the rules are told to look at. */
const goodHouse: Record<string, string> = {
  'app/people/index.ts': `export { nameOf } from './names.ts'`,
  'app/people/names.ts': `export const nameOf = (id: string) => id`,
  'app/people/person-store.ts': `import { sql } from 'kysely'\nexport const find = (id: string) => sql\`select \${id}\``,
  'app/people/pages/person-page.tsx': `import { Hono } from 'hono'\nimport { button } from '../../ui/button.tsx'\nexport const page = [Hono, button]`,
  'app/ideas/index.ts': `import { nameOf } from '../people/index.ts'\nexport const ideasOf = nameOf`,
  'app/ideas/idea.test.ts': `import { test } from 'vitest'\nimport { sql } from 'kysely'\ntest('', () => void sql)`,
  'app/front/index.ts': `export { ideasOf } from '../ideas/index.ts'`,
  'app/platform/clock.ts': `export const clock = () => new Date()`,
  'app/ui/button.tsx': `export const button = 'button'`,
  'app/texts/fi/ideas.ts': `export const ideas = { title: 'Ideat' }`,
  'app/main.ts': `import { ideasOf } from './front/index.ts'\nexport const start = ideasOf`,
  'evidence/src/index.ts': `export { mean } from './mean.ts'`,
  'evidence/src/mean.ts': `export const mean = (values: number[]) => values.length`,
}

/** One violation of each rule: the file that commits it, and what it says. */
const violations: { rule: string; file: string; text: string }[] = [
  {
    rule: 'room-order-people',
    file: 'app/people/later.ts',
    text: `export { ideasOf } from '../ideas/index.ts'`,
  },
  {
    rule: 'room-order-ideas',
    file: 'app/ideas/later.ts',
    text: `export { ideasOf } from '../front/index.ts'`,
  },
  { rule: 'door', file: 'app/ideas/behind.ts', text: `export { nameOf } from '../people/names.ts'` },
  { rule: 'door-from-outside', file: 'app/site.ts', text: `export { nameOf } from './people/names.ts'` },
  {
    rule: 'ground-knows-no-room',
    file: 'app/platform/greeting.ts',
    text: `export { nameOf } from '../people/index.ts'`,
  },
  {
    rule: 'ground-knows-no-room',
    file: 'app/ui/person.tsx',
    text: `export { nameOf } from '../people/index.ts'`,
  },
  {
    rule: 'texts-know-no-room',
    file: 'app/texts/fi/people.ts',
    text: `export { nameOf } from '../../people/index.ts'`,
  },
  {
    rule: 'sql-in-stores',
    file: 'app/ideas/close-idea.ts',
    text: `import { sql } from 'kysely'\nexport const close = sql`,
  },
  {
    rule: 'sql-in-stores',
    file: 'app/ideas/open-idea.ts',
    text: `export const open = (database: { insertInto: (t: string) => void }) => database.insertInto('ideas')`,
  },
  {
    rule: 'web-in-pages',
    file: 'app/ideas/answer.ts',
    text: `import { Hono } from 'hono'\nexport const answer = Hono`,
  },
  { rule: 'web-in-pages', file: 'app/ideas/press.ts', text: `export { button } from '../ui/button.tsx'` },
  { rule: 'web-in-pages', file: 'app/ideas/card.tsx', text: `export const card = 'card'` },
  {
    rule: 'engine-knows-only-itself',
    file: 'evidence/src/clock.ts',
    text: `export { clock } from '../../app/platform/clock.ts'`,
  },
  {
    rule: 'engine-knows-only-itself',
    file: 'evidence/src/web.ts',
    text: `import { Hono } from 'hono'\nexport const web = Hono`,
  },
  {
    rule: 'engine-knows-only-itself',
    file: 'evidence/src/file.ts',
    text: `export { readFileSync } from 'node:fs'`,
  },
  {
    rule: 'no-circles',
    file: 'app/ideas/hen.ts',
    text: `import { egg } from './egg.ts'\nexport const hen = () => egg`,
  },
  { rule: 'no-tests-in-the-product', file: 'app/ideas/trial.ts', text: `export { test } from 'vitest'` },
  { rule: 'everything-is-found', file: 'app/ideas/lost.ts', text: `export { nothing } from './nowhere.ts'` },
  { rule: 'file-length', file: 'app/ideas/long.ts', text: 'export {}\n'.repeat(301) },
  { rule: 'names', file: 'app/ideas/idea-helpers.ts', text: `export const help = 1` },
]

describe('the check of the house rules', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'uskalla-house-'))
    symlinkSync(join(productFolder, 'node_modules'), join(folder, 'node_modules'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  function put(files: Record<string, string>) {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), text)
    }
  }

  function check() {
    const result = spawnSync(process.execPath, [join(productFolder, 'deploy', 'house-rules.mjs'), folder], {
      encoding: 'utf8',
    })
    return { passed: result.status === 0, said: `${result.stdout}${result.stderr}` }
  }

  test('finds nothing wrong with a house in good order', () => {
    put(goodHouse)
    expect(check()).toEqual({
      passed: true,
      said: `${Object.keys(goodHouse).length} modules, 0 broken rules\n`,
    })
  })

  test('sees a violation of each kind', () => {
    put(goodHouse)
    put({ 'app/ideas/egg.ts': `import { hen } from './hen.ts'\nexport const egg = () => hen` })
    for (const { file, text } of violations) put({ [file]: text })
    const { passed, said } = check()
    expect(passed).toBe(false)
    const lines = said.split('\n')
    const unseen = violations.filter(
      ({ rule, file }) => !lines.some((l) => l.startsWith(`${rule}: `) && l.includes(file)),
    )
    expect(unseen).toEqual([])
  })

  test('fails when it sees no module at all, instead of passing', () => {
    expect(check()).toMatchObject({ passed: false, said: expect.stringContaining('saw no module at all') })
    put({ 'app/readme.md': '' })
    expect(check().passed).toBe(false)
  })
})
