import { createHash } from 'node:crypto'
import { addDays, dayForInput, formatDate, numberForInput, parseDay } from '../app/platform/format.ts'
import { texts } from '../app/texts/index.ts'
import type { KindOfTrial, Reading, Trying } from './four-kinds.ts'
import type { Person } from './person.ts'

const { draw, next } = texts.fi.experiments
const { log, list, paste, unit: unitLabel } = texts.fi.measurements
const words = texts.fi.tableFiles
const { covered, section } = texts.fi.evaluations

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const same = (shown: unknown, expected: unknown, what: string) => {
  const [a, b] = [JSON.stringify(shown), JSON.stringify(expected)]
  if (a !== b) throw new Error(`${what}: the page shows\n${a}\ninstead of\n${b}`)
}

/**
 * Somebody who trusts nobody repeats the draw from its public page: the seed is the one whose hash was published before,
 * every number follows from seed, fingerprint and name, and who is first follows from the numbers. Returns the drawn order.
 */
export async function repeatsTheDraw(
  anybody: Person,
  experiment: { path: string; fingerprint: string },
  trial: KindOfTrial,
  { municipality, startsOn }: Omit<Trying, 'order'>,
): Promise<string[]> {
  await anybody.visits(experiment.path)
  await anybody.opens(draw.link)
  const codes = await anybody.main.locator('code.fingerprint').allInnerTexts()
  const [commitment = '', seed = '', fingerprint = ''] = codes.map((code) => code.replaceAll(/\s/g, ''))
  same(commitment, sha256(seed), 'The hash of the seed')
  same(fingerprint, experiment.fingerprint, 'The fingerprint of the plan')
  const byTime = trial.kind === 'two_versions'
  const rows = (await anybody.rowsOf(draw.caption)).map(([rank, thing = '', result, number = '']) => ({
    rank: Number(rank),
    thing: byTime ? (parseDay(thing) ?? '') : thing,
    result,
    number,
  }))
  const order = rows.toSorted((a, b) => a.rank - b.rank).map(({ thing }) => thing)
  const numberOf = (thing: string) => sha256(`${seed} ${fingerprint} ${thing}`)
  same(
    order,
    order.toSorted((a, b) => (numberOf(a) < numberOf(b) ? -1 : 1)),
    'The drawn order',
  )
  const [first, second] = trial.units?.[municipality] ?? []
  for (const { rank, thing, result, number } of rows) {
    same(number, `${numberOf(thing).slice(0, 12)}…`, `The number of ${thing}`)
    const expected = byTime
      ? rank <= Math.ceil(rows.length / 2)
        ? first
        : second
      : trial.kind === 'staggered'
        ? draw.starts(formatDate('fi', addDays(startsOn, (rank - 1) * 7)))
        : rank <= (trial.treatedCount ?? 0)
          ? draw.tries
          : draw.asBefore
    same(result, expected, `What the lot gave ${thing}`)
  }
  return order
}

const written = (value: number) => numberForInput('fi', value)

function asTable(readings: readonly Reading[], separator: string): string {
  return readings
    .map(({ day, unit, value }) =>
      [dayForInput(day), ...(unit === null ? [] : [unit]), written(value)].join(separator),
    )
    .join('\n')
}

/** Today's reading with two presses from the experiment's page. */
export async function logsToday(person: Person, path: string, reading: Reading, unit: string): Promise<void> {
  await person.visits(path)
  await person.opens(next.running.button)
  if (reading.unit !== null) await person.chooses(unitLabel, reading.unit)
  await person.writes({ [log.number(unit)]: written(reading.value) })
  await person.presses(log.button)
  await person.isTold(log.thanksNumber(`${written(reading.value)} ${unit}`))
}

/** Readings pasted from a spreadsheet. */
export async function pastes(person: Person, path: string, readings: readonly Reading[]): Promise<void> {
  await person.visits(`${path}/mittaukset`)
  await person.opens(list.paste)
  await person.writes({ [paste.text]: asTable(readings, '\t') })
  await person.presses(paste.check)
  const rows = paste.rows(readings.length)
  await person.reads(paste.previewLede(rows))
  await person.presses(paste.confirm(rows))
  await person.isTold(paste.imported(rows))
}

/** A table of which a row names no place of the plan: it is told which, and nothing of the table is stored. */
export async function pastesAWrongName(
  person: Person,
  path: string,
  readings: readonly Reading[],
): Promise<void> {
  const [first, ...rest] = readings
  if (!first) throw new Error('There is nothing to paste.')
  await person.visits(`${path}/mittaukset`)
  await person.opens(list.paste)
  await person.writes({ [paste.text]: asTable([{ ...first, unit: 'Naapurikunta' }, ...rest], '\t') })
  await person.presses(paste.check)
  await person.reads(paste.lineProblem(1, paste.faults['unknown-unit']('Naapurikunta')))
}

/**
 * Readings from a file as an old spreadsheet program writes it. A row without a number is named before anything is stored;
 * the person mends the file and sends it again.
 */
export async function sendsAFile(person: Person, path: string, readings: readonly Reading[]): Promise<void> {
  const csv = `Päivä;Paikka;Määrä\n${asTable(readings, ';')}\n`
  const count = (rows: number) => words.rows(String(rows), rows === 1)
  const send = async (text: string) => {
    await person.visits(`${path}/mittaukset`)
    await person.opens(words.link)
    await person.attaches(words.file, {
      name: 'mittaukset.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text, 'latin1'),
    })
    await person.presses(words.send)
    await person.reads(words.facts.csv('WINDOWS-1252'))
  }
  const [first] = readings
  await send(csv.replace(`;${written(first?.value ?? 0)}\n`, ';paljon\n'))
  await person.reads(words.someFaulty(count(readings.length - 1), count(1)))
  same((await person.rowsOf(words.problemsCaption))[0]?.[0], '2', 'The line of the row without a number')
  await person.presses(words.drop)
  await person.isTold(words.dropped)
  await send(csv)
  await person.reads(words.allGood(count(readings.length)))
  await person.presses(words.store(count(readings.length)))
  await person.isTold(words.stored(count(readings.length), '').split(' Voit')[0] ?? '')
}

/** Nobody sees figures before the end: no number, chart or table on the page of the result, no reading on that of readings. */
export async function findsThemCovered(
  person: Person,
  path: string,
  { lastDay, readings, ownReadings }: { lastDay: string; readings: number; ownReadings: boolean },
): Promise<void> {
  await person.visits(path)
  await person.opens(section.link)
  await person.reads(covered.title, covered.text(formatDate('fi', lastDay)), covered.readings(readings))
  same(await person.main.locator('svg, table, .finding-first').count(), 0, 'Charts, tables and findings')
  if (ownReadings) return
  await person.visits(`${path}/mittaukset`)
  await person.reads(texts.fi.measurements.covered(readings))
  same(await person.main.locator('svg, table').count(), 0, 'Tables of readings')
}
