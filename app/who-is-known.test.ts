import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadMunicipalities } from './municipalities/index.ts'
import { examplePeopleOfTrial as people, loadExamplePeople, namesOf } from './people/index.ts'
import { actAs, asSystem, readAs } from './platform/database/acting.ts'
import { createTestDatabase, type TestDatabase } from './platform/database/test-database.ts'
import { orderedIds } from './platform/identifiers.ts'
import type { Person } from './platform/web/visitor.ts'

let own: TestDatabase
const at = new Date('2026-03-10T08:00:00Z')
const newId = orderedIds(() => at)

beforeAll(async () => {
  own = await createTestDatabase()
  await asSystem(own.database, async (database) => {
    await loadMunicipalities(database)
    await loadExamplePeople(database, at)
  })
})
afterAll(() => own.close())

describe('who is known to whom', () => {
  const everybody = Object.values(people).map((person) => person.id)
  const nameOf = new Map<string, string>(Object.values(people).map((person) => [person.id, person.name]))
  const offerer = people.ambassador
  let ideaId: string

  beforeAll(async () => {
    ideaId = newId()
    await asSystem(own.database, async (database) => {
      await sql`insert into ideas (id, municipality_code, told_by, problem, trial, for_whom, language, state, created_at, updated_at)
        values (${ideaId}, '239', ${people.resident.id}, 'a', 'b', 'c', 'fi', 'new', ${at}, ${at})`.execute(
        database,
      )
    })
  })

  const rowsOf = (person: Person | undefined) =>
    readAs(own.database, person, async (database) =>
      (await database.selectFrom('persons').select(['name', 'email']).orderBy('email').execute()).map(
        (row) => row.name,
      ),
    )
  const namesFor = (person: Person | undefined) =>
    readAs(own.database, person, async (database) =>
      [...(await namesOf(database, everybody)).values()].toSorted(),
    )
  const names = (...who: Person[]) => who.map((person) => nameOf.get(person.id)).toSorted()

  test('an address is read by whoever it belongs to and by those who look after their memberships', async () => {
    expect(await rowsOf(undefined)).toEqual([])
    for (const person of [
      people.employee,
      people.leader,
      people.ambassador,
      people.resident,
      people.researcher,
    ])
      expect(await rowsOf(person)).toEqual([person.name])
    const { employee, leader, resident, colleague, administrator } = people
    expect((await rowsOf(administrator)).toSorted()).toEqual(
      names(employee, leader, resident, colleague, administrator),
    )
    expect((await rowsOf(people.office)).toSorted()).toEqual([...nameOf.values()].toSorted())
  })

  test('whoever asks to become a member is known to those who answer, until they have answered', async () => {
    const id = newId()
    await asSystem(own.database, (database) =>
      sql`insert into membership_requests (id, person_id, municipality_code, asked_at)
        values (${id}, ${people.researcher.id}, '239', ${at})`.execute(database),
    )
    expect(await rowsOf(people.administrator)).toContain(people.researcher.name)
    await asSystem(own.database, (database) =>
      sql`update membership_requests set decided_at = ${at}, approved = false where id = ${id}`.execute(
        database,
      ),
    )
    expect(await rowsOf(people.administrator)).not.toContain(people.researcher.name)
  })

  test('names are known among those who work together, and to nobody else', async () => {
    const { employee, leader, resident, colleague, administrator } = people
    for (const person of [employee, leader])
      expect(await namesFor(person)).toEqual(names(employee, leader, resident, colleague, administrator))
    expect(await namesFor(undefined)).toEqual([])
    for (const person of [people.resident, people.researcher, people.ambassador])
      expect(await namesFor(person)).toEqual([person.name])
  })

  test('whoever offers hours elsewhere and whoever told the idea learn each other’s names', async () => {
    await asSystem(own.database, (database) =>
      sql`insert into hour_offers (idea_id, person_id, municipality_code, hours, offered_at)
        values (${ideaId}, ${offerer.id}, '071', 1, ${at})`.execute(database),
    )
    expect(await namesFor(offerer)).toEqual(names(offerer, people.resident))
    expect(await namesFor(people.resident)).toEqual(names(offerer, people.resident))
    expect(await namesFor(people.employee)).toContain(offerer.name)
  })

  test('a name is known to everybody once its bearer has agreed, and no longer when they take it back', async () => {
    const answer = (given: boolean, second: number) =>
      asSystem(own.database, (database) =>
        sql`insert into consents (id, person_id, purpose, given, wording, at) values
          (${newId()}, ${people.researcher.id}, 'named_author', ${given}, '1', ${new Date(at.getTime() + second)})`.execute(
          database,
        ),
      )
    await answer(true, 1)
    expect(await namesFor(undefined)).toEqual([people.researcher.name])
    await answer(false, 2)
    expect(await namesFor(undefined)).toEqual([])
  })

  test('administrators read rows of others and change none, and since when somebody is known stays', async () => {
    await expect(
      asSystem(own.database, (database) =>
        sql`update persons set created_at = ${at} where id = ${people.office.id}`.execute(database),
      ),
    ).rejects.toThrow('permission denied')
    const changed = await own.database.transaction().execute(async (transaction) => {
      await actAs(transaction, people.administrator)
      return sql`update persons set name = 'Toinen' where id = ${people.employee.id}`.execute(transaction)
    })
    expect(changed.numAffectedRows).toBe(0n)
  })
})
