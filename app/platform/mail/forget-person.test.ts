import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../database/acting.ts'
import { createTestDatabase, type TestDatabase } from '../database/test-database.ts'
import { forgetPersonInMail } from './forget-person.ts'
import { queueMail } from './mail.ts'
import { mailByKey, newestMails } from './mail-store.ts'
import { mailJobs } from './send-mail.ts'

const now = new Date()
let fresh: TestDatabase
let folder: string

beforeAll(async () => {
  fresh = await createTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'uskalla-letters-'))
})
afterAll(async () => {
  await fresh.close()
  rmSync(folder, { recursive: true, force: true })
})

const context = {
  inTransaction: <Result>(work: (database: TestDatabase['database']) => Promise<Result>) =>
    asSystem(fresh.database, work),
  now,
}
const letters = () => readdirSync(folder).filter((file) => file.endsWith('.eml'))
const jobs = () => mailJobs({ smtpUrl: undefined, folder, from: 'uskalla@esimerkki.invalid' }).jobs

test('letters to somebody forgotten go, from the database and from the folder; those of others stay', async () => {
  for (const name of ['sanni', 'ossi'])
    await queueMail(fresh.everything, {
      key: name,
      to: `${name}@esimerkki.invalid`,
      subject: 'Hei',
      text: 'Hei',
    })
  for (const key of ['sanni', 'ossi']) await jobs()['send-mail'].outgoing({ key }, context)
  expect(letters()).toHaveLength(2)
  const hers = await mailByKey(fresh.everything, 'sanni')
  await asSystem(fresh.database, (system) =>
    forgetPersonInMail(
      system,
      { id: '', email: 'sanni@esimerkki.invalid', name: 'Sanni (S.) Salasaari' },
      now,
    ),
  )
  expect((await newestMails(fresh.everything, 9)).map((mail) => mail.key)).toEqual(['ossi'])
  await jobs()['forget-letters'].outgoing({ messageNames: [hers?.messageName ?? ''] }, context)
  expect(letters()).toHaveLength(1)
})

test('somebody without name and address takes nothing away with them', async () => {
  const before = await newestMails(fresh.everything, 9)
  await asSystem(fresh.database, (system) => forgetPersonInMail(system, { id: '', email: '', name: '' }, now))
  expect(await newestMails(fresh.everything, 9)).toEqual(before)
  expect(before.length).toBeGreaterThan(0)
})

test('files of letters go after thirty days, as their rows do', async () => {
  const [file = ''] = letters()
  const old = new Date(now.getTime() - 31 * 86_400_000)
  utimesSync(join(folder, file), old, old)
  await asSystem(fresh.database, (system) =>
    jobs()['forget-old-mail']({}, { database: system, now, newId: () => '' }),
  )
  expect(existsSync(join(folder, file))).toBe(false)
})
