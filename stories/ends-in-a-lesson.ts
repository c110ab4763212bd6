import { decimalsFor, findingInWords, poolStudies } from '@uskalla/evidence'
import { expect } from 'vitest'
import { formatChange, formatDate, formatNumber, formatShare } from '../app/platform/format.ts'
import { texts } from '../app/texts/index.ts'
import { type ExpectedResult, expectedResult, outcomeOf } from './expected-result.ts'
import { type KindOfTrial, type Reading, readingsOf, type Trying } from './four-kinds.ts'
import type { Person } from './person.ts'

const { evaluations, experiments, decisions, lessons, pooling } = texts.fi
const { analysis, record, words } = evaluations

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const patience = { timeout: 30_000 }

/** The trial is over: its stage is changed, and the page of its result is opened when the worker has been there. */
export async function endsTheTrial(person: Person, path: string): Promise<void> {
  await person.visits(path)
  await person.opens(experiments.next.overdue.button)
  await person.chooses(experiments.stage.move, experiments.stage.moves.gather_lessons)
  await person.presses(experiments.stage.change)
  await person.isTold(experiments.stage.changed.learning)
  await person.opens(experiments.next.learning.button)
  await expect
    .poll(async () => {
      if ((await person.main.getByText(analysis.computing).count()) === 0) return true
      await person.visits(person.path)
      return false
    }, patience)
    .toBe(true)
}

/** The page of the result says what can be reckoned from the readings alone: sentences, method, chart, and its table. */
export async function readsTheResult(person: Person, trial: KindOfTrial, trying: Trying): Promise<void> {
  const expected = expectedResult(trial, trying)
  await person.reads(...expected.sentences, analysis.methods[expected.method])
  const { name } = trial.measure
  await person.main
    .getByRole('img', { name: `${name}. ${expected.chart}`, exact: true })
    .first()
    .waitFor()
  const { before, during } = readingsOf(trial, trying)
  const rows = await person.rowsOf(name)
  if (trial.kind === 'before_after') expectSeries(rows, [...before, ...during], expected)
  else expect(rows).toEqual(rowsOfPlaces(trial, trying))
  if (trial.kind === 'with_and_without' || trial.kind === 'two_versions')
    await person.main.getByRole('img', { name: analysis.drawsTitle }).first().waitFor()
}

/** Every reading by its day, and between the model and its line without the trial just the effect. */
function expectSeries(rows: string[][], readings: Reading[], { effect }: ExpectedResult): void {
  expect(rows.map((row) => row.slice(0, 2))).toEqual(
    readings.map(({ day, value }) => [formatDate('fi', day), formatNumber('fi', value)]),
  )
  const [, , , fitted = '', without = ''] = rows.at(-1) ?? []
  const number = (text: string) => Number(text.replace(',', '.'))
  expect(number(fitted) - number(without)).toBeCloseTo(effect.estimate, 0)
}

/** The table of places: those that try in the order of their starts, then the rest, each with its mean before and after. */
function rowsOfPlaces(trial: KindOfTrial, trying: Trying): string[][] {
  const { before, during } = readingsOf(trial, trying)
  const versions = trial.kind === 'two_versions'
  const names = versions ? (trial.units?.[trying.municipality] ?? []) : trying.order
  const groups = versions ? analysis.versionGroups : analysis.groups
  const all = [...before, ...during]
  return names.map((unit, rank) => {
    const tries = trial.kind === 'staggered' || rank < (versions ? 1 : (trial.treatedCount ?? 0))
    const weeksWaited = trial.kind === 'staggered' ? rank : 0
    const own = all.filter((one) => one.unit === unit).map(({ value }) => value)
    const readingsBefore = versions ? 0 : before.length / names.length + weeksWaited
    const [past, since] = [own.slice(0, readingsBefore), own.slice(readingsBefore)].map(mean) as [
      number,
      number,
    ]
    return [
      unit,
      tries ? groups.treated : groups.comparison,
      versions ? '' : formatNumber('fi', past),
      formatNumber('fi', since),
      versions ? '' : formatChange('fi', since - past),
    ].map((cell) => cell.replaceAll(/\s/g, ' '))
  })
}

/** What happened is written beside what was predicted. */
export async function recordsTheFinding(person: Person, trial: KindOfTrial, trying: Trying): Promise<void> {
  const { middle, days } = expectedResult(trial, trying)
  const amount = (value: number) => `${formatNumber('fi', value)} ${trial.measure.unit}`
  await person.opens(record.link)
  await person.writes({ [record.happened]: 'Kävi suunnilleen niin kuin ajattelimme.' })
  await person.chooses(record.tells, record.tellsOptions.as_predicted)
  await person.chooses(record.learning, record.learningOptions.works)
  await person.presses(record.button)
  await person.isTold(record.saved)
  await person.reads(
    trial.prediction,
    'Kävi suunnilleen niin kuin ajattelimme.',
    words.predictedAndHappened(amount(trial.predicted), amount(middle), days),
  )
}

/** The leader finds what waits for a decision and decides as the agreed rule proposes. */
export async function decidesAsAgreed(leader: Person, trial: KindOfTrial, trying: Trying): Promise<void> {
  const { proposal, decide } = decisions
  await leader.visits('/fi/omat')
  await leader.opens(trial.question)
  await leader.reads(
    expectedResult(trial, trying).proposal,
    proposal.parts.worthwhile,
    `Muutos on vähintään ${trial.smallestWorthwhile} ${trial.measure.unit}.`,
  )
  await leader.chooses(decide.kind, decisions.kinds.spread)
  await leader.writes({ [decide.reasons]: 'Tulos on se, mistä sovittiin.' })
  await leader.presses(decide.button)
  await leader.isTold(decide.saved)
}

/** The lesson for the next municipality. */
export async function writesTheLesson(person: Person, path: string): Promise<void> {
  const { card, write } = lessons
  await person.visits(path)
  await person.opens(write.link)
  await person.writes({
    [card.worked]: 'Aloitimme pienestä.',
    [card.didNotWork]: 'Ensimmäisenä päivänä kaikki eivät tienneet kokeilusta.',
    [card.surprised]: 'Moni kysyi itse, saako jatkaa.',
    [card.conditions]: 'Jonkun pitää muistaa kirjata.',
  })
  await person.chooses(card.works, card.verdicts.yes)
  await person.presses(write.button)
  await person.isTold(write.saved)
}

/** Somebody in another municipality reads the lesson and takes the plan up. */
export async function adopts(person: Person, path: string, trial: KindOfTrial): Promise<void> {
  const { adopt } = lessons
  await person.visits(path.replace('/kokeilut/', '/opit/'))
  await person.reads('Aloitimme pienestä.')
  await person.opens(adopt.link)
  await person.presses(adopt.button)
  await person.isTold(adopt.done)
  await person.reads(trial.question, trial.goal, trial.measure.name)
}

/** Anybody sees on the page of the family what both municipalities got, and what that is together. */
export async function readsTheFamily(
  anybody: Person,
  path: string,
  trial: KindOfTrial,
  tries: readonly Trying[],
): Promise<void> {
  const { measure } = trial
  const places = tries.map((trying) => ({
    name: trying.municipality,
    ...expectedResult(trial, trying).effect,
  }))
  const variances = places.map(({ low, high }) => ((high - low) / 3.919927969080108) ** 2)
  const pooled = poolStudies(
    places.map(({ estimate }) => estimate),
    variances,
  )
  if (!pooled.ok) throw new Error('The engine does not pool the two.')
  const { effect, shown, betweenVariance } = pooled.value
  const together = { estimate: effect, low: shown.low, high: shown.high }
  const decimals = decimalsFor(Math.min(...places.map(({ low, high }) => high - low)))
  const figures = ({ estimate, low, high }: typeof together) =>
    [estimate, low, high].map((value) => formatChange('fi', value, decimals))
  const weights = variances.map((variance) => 1 / (variance + betweenVariance.value))
  const share = (weight = 0) => formatShare('fi', weight / (mean(weights) * weights.length))
  const expected = [
    ...places.map((place, index) => [place.name, ...figures(place), share(weights[index])]),
    [pooling.together, ...figures(together), ''],
  ].map((row) => row.map((cell) => cell.replaceAll(/\s/g, ' ')))

  const title = pooling.forestTitle(measure.name)
  await expect
    .poll(async () => {
      await anybody.visits(`${path}/perhe`)
      return (await anybody.main.locator('caption', { hasText: title }).count()) === 0
        ? []
        : (await anybody.rowsOf(title)).toSorted((a, b) => placeOf(a, expected) - placeOf(b, expected))
    }, patience)
    .toEqual(expected)
  await anybody.main
    .getByRole('img', { name: `${title}. ${pooling.forestSentenceFew}`, exact: true })
    .first()
    .waitFor()
  await anybody.reads(
    ...findingInWords('fi', { kind: 'pooled', studies: 2, ...together, next: null }, outcomeOf(trial)),
    pooling.adopters.total(1),
    pooling.adopters.reported(1, 1),
  )
  await anybody.opens(pooling.link)
  await anybody.picks(pooling.would.choose, 'Pielavesi')
  await anybody.presses(pooling.would.show)
  await anybody.reads(pooling.would.tooFew(2), pooling.would.known)
}

const placeOf = (row: string[], rows: string[][]) => rows.findIndex(([name]) => name === row[0])
