import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestSite, type TestBrowser } from '../test-site.ts'
import { visitOf } from '../test-visit.ts'
import { lettersInAnHour } from './sign-in-limits.ts'
import { orderSignInLink } from './sign-in.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let nobody: TestBrowser

const minutes = (n: number) => n * 60_000
const later = (milliseconds: number) => {
  site.clock.now = new Date(site.clock.now.getTime() + milliseconds)
}

beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  later(minutes(61))
  nobody = await site.browser()
})

/** How many letters have left for addresses of this pattern. */
async function sent(pattern: string): Promise<number | undefined> {
  const { rows } = await sql<{ count: number }>`select count(*) from mails
    where recipient like ${pattern}`.execute(site.database)
  return rows[0]?.count
}

describe('letters', () => {
  test('abuse-44: a thousand orders for one address, and for a thousand from one network, send no more than the limits', async () => {
    const visit = { ...visitOf(site), network: '192.0.2.7' }
    await site.database.transaction().execute(async (transaction) => {
      for (let i = 0; i < 1_000; i++)
        await orderSignInLink(transaction, visit, { email: 'yksi@pommi.invalid', nextPath: null })
    })
    expect(await sent('yksi@pommi.invalid')).toBe(lettersInAnHour.toAddress)
    await site.database.transaction().execute(async (transaction) => {
      for (let i = 0; i < 1_000; i++)
        await orderSignInLink(transaction, visit, { email: `n${i}@pommi.invalid`, nextPath: null })
    })
    expect(await sent('n%@pommi.invalid')).toBe(lettersInAnHour.fromNetwork - lettersInAnHour.toAddress)
    const lines = site.lines.filter(({ event }) => event === 'sign-in-letter-refused')
    expect(lines.length).toBe(2_000 - lettersInAnHour.fromNetwork)
    expect(JSON.stringify(lines)).not.toContain('pommi')
  }, 120_000)

  test('beyond a limit the answer is the same, and after an hour letters come again', async () => {
    const email = 'usein@esimerkki.invalid'
    const answers = []
    for (let i = 0; i <= lettersInAnHour.toAddress + 1; i++) {
      const { status, location } = await nobody.fillIn('/fi/kirjaudu', { email })
      answers.push(`${status} ${location}`)
    }
    expect(new Set(answers).size).toBe(1)
    expect(await sent(email)).toBe(lettersInAnHour.toAddress)
    later(minutes(60))
    await nobody.fillIn('/fi/kirjaudu', { email })
    expect(await sent(email)).toBe(lettersInAnHour.toAddress + 1)
  })
})
