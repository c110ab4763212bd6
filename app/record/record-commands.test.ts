import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalText, fingerprint } from '../platform/log/canonical.ts'
import { chainStart, hashOfLine } from '../platform/log/line.ts'
import { writtenLine } from './export-lines.ts'
import { hashOfPublication, headsText } from './publication.ts'
import { recordCommands } from './record-commands.ts'

const folder = mkdtempSync(join(tmpdir(), 'uskalla-record-'))
const at = (name: string) => join(folder, name)

const plan = {
  format: 'uskalla-plan-1',
  experiment: '01900000-0000-7000-8000-000000000abc',
  municipality: '239',
  plan: { question: 'Väheneekö hävikki?' },
}

beforeAll(() => {
  const unsealed = {
    chain: '239',
    position: 1,
    at: '2026-03-10T08:00:00.000Z',
    person_id: null,
    request_id: 'r',
    action: 'plan.frozen',
    record_kind: 'experiment',
    record_id: plan.experiment,
    before_fingerprint: null,
    after_fingerprint: fingerprint(plan),
    previous_hash: chainStart,
  }
  const line = { ...unsealed, hash: hashOfLine(unsealed) }
  const publication = {
    number: 1,
    day: '2026-03-10',
    until: '2026-03-10T22:00:00.000Z',
    heads: [{ chain: '239', position: 1, hash: line.hash }],
    previous_hash: chainStart,
  }
  writeFileSync(at('log.jsonl'), `${writtenLine(line)}\n`)
  writeFileSync(at('changed.jsonl'), `${writtenLine({ ...line, request_id: 'q' })}\n`)
  writeFileSync(at('empty.jsonl'), '')
  writeFileSync(at('heads.json'), headsText([{ ...publication, hash: hashOfPublication(publication) }]))
  writeFileSync(at('plan.json'), canonicalText(plan))
  writeFileSync(at('changed-plan.json'), canonicalText({ ...plan, plan: { question: 'Väheneekö jäte?' } }))
  writeFileSync(at('pretty-plan.json'), JSON.stringify(plan, null, 2))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function run(name: keyof typeof recordCommands, ...parameters: string[]) {
  const said: string[] = []
  const code = await recordCommands[name]?.withoutDatabase?.((line) => said.push(line), parameters)
  return { code, said: said.join('\n') }
}

describe('verify-log without a database', () => {
  test('finds that a dump holds, alone and against the published heads', async () => {
    expect(await run('verify-log', at('log.jsonl'))).toEqual({
      code: 0,
      said: '1 lines, 1 of 1 chains hold.',
    })
    const checked = await run('verify-log', at('log.jsonl'), '--heads', at('heads.json'))
    expect(checked).toEqual({
      code: 0,
      said: '1 lines, 1 of 1 chains hold, against 1 publications of heads.',
    })
  })

  test('names the first line that does not fit', async () => {
    const { code, said } = await run('verify-log', at('changed.jsonl'))
    expect(code).toBe(1)
    expect(said).toContain('Chain 239 breaks at line 1 (line 1 of the file): its content was changed')
    expect(said).toContain('0 of 1 chains hold')
  })

  test('tells when everything that was published is gone', async () => {
    const { code, said } = await run('verify-log', at('empty.jsonl'), '--heads', at('heads.json'))
    expect(code).toBe(1)
    expect(said).toContain('Chain 239 breaks at line 1: it was made public and is missing at the end.')
  })

  test('says what is wrong with its files and words, and asks for the database where there is no file', async () => {
    expect(await run('verify-log', at('none'))).toEqual({ code: 2, said: `There is no file ${at('none')}.` })
    expect((await run('verify-log', at('log.jsonl'), '--heads', at('none'))).code).toBe(2)
    expect((await run('verify-log', at('log.jsonl'), '--heads', at('plan.json'))).said).toContain(
      'is not a file of published heads',
    )
    expect((await run('verify-log', '--nothing')).code).toBe(2)
    expect((await run('verify-log')).code).toBeUndefined()
  })
})

describe('verify-plan', () => {
  test('computes the fingerprint, and finds the freezing in the log', async () => {
    const alone = await run('verify-plan', at('plan.json'))
    expect(alone).toEqual({
      code: 0,
      said: `Experiment   ${plan.experiment}\nFingerprint  ${fingerprint(plan)}`,
    })
    const { code, said } = await run('verify-plan', at('plan.json'), '--log', at('log.jsonl'))
    expect(code).toBe(0)
    expect(said).toContain('Frozen as it stands: chain 239, line 1')
  })

  test('tells a plan that was changed after freezing, by its one word', async () => {
    const { code, said } = await run('verify-plan', at('changed-plan.json'), '--log', at('log.jsonl'))
    expect(code).toBe(1)
    expect(said).toContain('The plan was changed: chain 239, line 1')
  })

  test('does not trust a log that does not hold', async () => {
    expect((await run('verify-plan', at('plan.json'), '--log', at('changed.jsonl'))).code).toBe(1)
    expect((await run('verify-plan', at('plan.json'), '--log', at('empty.jsonl'))).said).toContain(
      'The log knows no freezing',
    )
  })

  test('takes the same plan in another writing, and nothing that is no plan', async () => {
    expect((await run('verify-plan', at('pretty-plan.json'))).said).toContain(fingerprint(plan))
    expect((await run('verify-plan', at('heads.json'))).code).toBe(1)
    expect((await run('verify-plan')).code).toBe(2)
  })
})
