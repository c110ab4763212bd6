import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examplePeopleOfTrial as people } from '../people/index.ts'
import { actAs, asSystem, readAs } from '../platform/database/acting.ts'
import type { Person } from '../platform/web/visitor.ts'
import { createTestSite } from '../test-site.ts'
import { exampleInvitation } from './membership.examples.ts'
import { listMembers } from './membership-store.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
const keitele = { municipalityCode: '239' }

beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

describe('the second barrier of membership', () => {
  const mayRead = async (
    person: Person | undefined,
    table: 'invitations' | 'memberships' | 'membership_requests',
  ) =>
    readAs(site.application, person, async (database) => {
      const { rows: read } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
        database,
      )
      return read[0]?.n ?? 0
    })

  test('shows invitations to their municipality’s administrators, the office and whoever was invited', async () => {
    const id = site.newId()
    await asSystem(site.database, (transaction) =>
      exampleInvitation(transaction, { id, now: site.clock.now, email: people.colleague.email }),
    )
    for (const who of ['administrator', 'office', 'colleague'] as const)
      expect(await mayRead(people[who], 'invitations')).toBeGreaterThan(0)
    for (const who of ['employee', 'leader', 'ambassador', 'researcher'] as const)
      expect(await mayRead(people[who], 'invitations')).toBe(0)
    expect(await mayRead(undefined, 'invitations')).toBe(0)
  })

  test('lists members to administrators only: others read their own membership and, without names, the public roles', async () => {
    const seen = async (person: Person | undefined) =>
      readAs(site.application, person, async (database) =>
        (await listMembers(database, keitele, { now: site.clock.now })).members.map((member) => member.role),
      )
    expect(await seen(people.administrator)).toContain('employee')
    expect(await seen(undefined)).toEqual([])
    expect(await seen(people.employee)).toEqual(['employee'])
    const open = await site.application.selectFrom('memberships').select('role').distinct().execute()
    expect(open.map(({ role }) => role).toSorted()).toEqual(['ambassador', 'leader'])
  })

  test('lets nobody give themselves a role', async () => {
    for (const [who, change] of [
      [
        'employee',
        sql`insert into memberships (person_id, municipality_code, role) values (${people.employee.id}, '239', 'leader')`,
      ],
      [
        'employee',
        sql`update memberships set role = 'administrator' where person_id = ${people.employee.id}`,
      ],
      [
        'employee',
        sql`update memberships set valid_until = null, version = 9 where person_id = ${people.employee.id}`,
      ],
      [
        'administrator',
        sql`insert into memberships (person_id, municipality_code, role) values (${people.administrator.id}, '071', 'leader')`,
      ],
      [
        'administrator',
        sql`insert into memberships (person_id, municipality_code, role) values (${people.administrator.id}, null, 'office')`,
      ],
    ] as const)
      await expect(
        site.application.transaction().execute(async (transaction) => {
          await actAs(transaction, people[who])
          await change.execute(transaction)
        }),
      ).rejects.toThrow(/row-level security/)
  })
})
