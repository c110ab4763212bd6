import { describe, expect, test } from 'vitest'
import { runCrashRounds } from './crash-rounds.ts'

// The short run; `npm run test:crash` does a hundred rounds.
describe('what was acknowledged', () => {
  const nothingWrong = { lost: [], doubled: [], wrongAnswers: [], brokenChains: [] }

  test('is there once after the application was killed five times in the middle of work', async () => {
    const report = await runCrashRounds({ rounds: 5, kill: 'application', clients: 3 })
    expect(report).toMatchObject(nothingWrong)
    expect(report.acknowledged).toBeGreaterThan(5)
  })

  test('is there once after the database was killed three times, while pages said to come back later', async () => {
    const report = await runCrashRounds({ rounds: 3, kill: 'database', clients: 3 })
    expect(report).toMatchObject(nothingWrong)
    expect(report.acknowledged).toBeGreaterThan(3)
  })
})
