import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { withoutBrowser } from './chromium.ts'
import {
  adopts,
  decides,
  logsToday,
  looksAtTheFamily,
  pastesATable,
  readsTheStory,
  recordsTheFinding,
  saysWhereItLives,
  writesTheDiary,
  writesTheLesson,
} from './idea-to-lesson.ts'
import { goesFromIdeaToTrial, pondersAnIdea } from './idea-to-trial.ts'
import { arrives, openTrial, type Trial, type Way, ways } from './trial.ts'

describe.skipIf(withoutBrowser)('from an idea to a lesson adopted in another municipality', () => {
  let trial: Trial

  // A service of its own for each telling: the story finds its experiment by searching.
  beforeEach(async () => {
    trial = await openTrial()
  }, 180_000)
  afterEach(() => trial.close())

  test.each<[string, Way]>([
    ['at a desk', ways.desktop],
    ['without script', ways.withoutScript],
    ['on a small phone', ways.phone],
  ])('%s', async (_, way) => {
    const [kaisa, mikko, leena, arto, anybody] = [
      await arrives(trial, way, 'employee'),
      await arrives(trial, way, 'colleague'),
      await arrives(trial, way, 'leader'),
      await arrives(trial, way, 'ambassador'),
      await arrives(trial, way),
    ]
    const experimentPath = await goesFromIdeaToTrial(kaisa, mikko)
    await logsToday(kaisa)
    await pastesATable(kaisa)
    await writesTheDiary(kaisa, experimentPath)
    await recordsTheFinding(kaisa, experimentPath)
    await decides(leena)
    await saysWhereItLives(kaisa, experimentPath)
    await writesTheLesson(kaisa, experimentPath)
    await adopts(arto)
    await looksAtTheFamily(arto, experimentPath)
    await readsTheStory(anybody, experimentPath)
    for (const { page } of [kaisa, mikko, leena, arto, anybody]) await page.context().close()
  })

  test('an idea is told, pondered and answered by keys alone', async () => {
    const kaisa = await arrives(trial, ways.keyboard, 'employee')
    const mikko = await arrives(trial, ways.keyboard, 'colleague')
    await pondersAnIdea(kaisa, mikko)
    expect(mikko.path).toMatch(/^\/fi\/ideat\//)
  })
})
