import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examplePeopleOfTrial, loadExamplePeople, personByEmail } from '../people/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import { createTestDatabase, type TestDatabase } from '../platform/database/test-database.ts'
import type { CommandContext } from '../platform/operating/commands.ts'
import { userCommand } from './user-command.ts'

let own: TestDatabase

beforeAll(async () => {
  own = await createTestDatabase()
})
afterAll(() => own.close())

/** Runs `uskalla user …`: its exit code and what it printed. */
async function user(...parameters: string[]): Promise<[number, string]> {
  const printed: string[] = []
  // The command reads nothing but the database and prints nothing but lines.
  const context = { data: { database: own.database }, say: (line: string) => printed.push(line) }
  const code = await userCommand.run(context as unknown as CommandContext, parameters)
  return [code, printed.join('\n')]
}

describe('uskalla user', () => {
  test('gives a new server its first people, before anything else has been loaded', async () => {
    expect(await user('list')).toEqual([0, expect.stringContaining('Begin with “uskalla user add”')])
    const [code, text] = await user('add', 'Oili@Toimisto.fi', '--name', 'Oili Ohjelma', '--role', 'office')
    expect([code, text]).toEqual([
      0,
      expect.stringContaining('Oili Ohjelma <oili@toimisto.fi> is now office'),
    ])
    const added = [
      'add',
      'hanna@keitele.fi',
      '--name',
      'Hanna',
      '--role',
      'administrator',
      '--municipality',
      '239',
    ]
    expect((await user(...added))[1]).toContain('Keitele (239)')
    expect((await user(...added))[1]).toContain('has that already')
    const hanna = await personByEmail(own.everything, 'hanna@keitele.fi')
    expect(hanna?.memberships).toEqual([{ municipalityCode: '239', role: 'administrator' }])
    expect((await user('list'))[1]).toMatch(/hanna@keitele\.fi.*\n.*oili@toimisto\.fi/)
  })

  test('ends what it gave, and writes both into the log', async () => {
    expect(await user('end', 'hanna@keitele.fi', '--role', 'administrator')).toEqual([
      0,
      'Ended: Hanna <hanna@keitele.fi>, administrator, Keitele (239).',
    ])
    expect((await personByEmail(own.everything, 'hanna@keitele.fi'))?.memberships).toEqual([])
    expect((await user('end', 'hanna@keitele.fi'))[0]).toBe(1)
    const lines = await own.everything
      .selectFrom('log_entries')
      .select('action')
      .where('chain', '=', '239')
      .execute()
    expect(lines.map((line) => line.action)).toEqual([
      'membership.given-by-operator',
      'membership.ended-by-operator',
    ])
  })

  test.each([
    [['add', 'ei-osoite', '--name', 'A', '--role', 'office'], 'is not an e-mail address'],
    [['add', 'a@b.fi\r\nBcc: c@d.fi', '--name', 'A', '--role', 'office'], 'is not an e-mail address'],
    [['add', 'a@b.fi', '--name', 'A', '--role', 'kuningas'], 'The role is office or administrator'],
    [['add', 'a@b.fi', '--name', 'A'], 'The role is office or administrator'],
    [['add', 'a@b.fi', '--name', 'A', '--role', 'administrator'], 'needs a municipality'],
    [
      ['add', 'a@b.fi', '--name', 'A', '--role', 'administrator', '--municipality', '999'],
      'No municipality has the code 999',
    ],
    [
      ['add', 'a@b.fi', '--name', 'A', '--role', 'office', '--municipality', '239'],
      'leave --municipality out',
    ],
    [['add', 'a@b.fi', '--role', 'office'], 'a name is needed'],
    [['add', 'a@b.fi', '--name', 'A', '--role', 'office', '--lang', 'de'], 'The language is fi, sv or en'],
    [['add', 'a@b.fi', 'Maija', 'Meikäläinen', '--role', 'office'], 'quotation marks'],
    [['add', '--väärin'], 'cannot be understood'],
    [['end', 'kukaan@ei.fi'], 'Nobody is known'],
    [[], 'uskalla user add EMAIL'],
  ])('refuses %j with a sentence', async (parameters, sentence) => {
    const [code, text] = await user(...parameters)
    expect(code).toBe(1)
    expect(text).toContain(sentence)
  })

  test('a person known by the address keeps their name and gets the right', async () => {
    await asSystem(own.database, (database) => loadExamplePeople(database, new Date('2026-03-10T08:00:00Z')))
    const { email, name } = examplePeopleOfTrial.resident
    expect((await user('add', email, '--role', 'office'))[1]).toContain(name)
  })
})
