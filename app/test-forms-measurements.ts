import { exampleMeasure, examplePlan } from './experiments/experiments.examples.ts'
import { addObservation, importTable, observationsOf } from './measurements/index.ts'
import { makeMeasureToken } from './measurements/change-measure-tokens.ts'
import { makePoster } from './measurements/make-poster.ts'
import { newPosterSecret } from './measurements/poster.ts'
import { takeInFile } from './measurements/take-in-file.ts'
import { asSystem } from './platform/database/acting.ts'
import { acting, type OpenForm, running, type Site } from './test-forms-experiments.ts'
import { mondayMorning, promisedTrial, remind, reminderTo } from './test-reminders.ts'

const [measure] = examplePlan().measures
if (!measure) throw new Error('the example plan measures nothing')

async function withReading(site: Site) {
  const form = await running(site)
  const { id } = form.parameters
  if (!measure) throw new Error('nothing to read')
  await asSystem(site.database, (transaction) =>
    addObservation(transaction, {
      ...acting(site),
      experimentId: id,
      measure,
      day: '2026-03-09',
      value: 52,
      note: null,
      way: 'form',
      sameDay: 'ask',
    }),
  )
  const [reading] = await observationsOf(site.database, id)
  return { ...form, parameters: { id, observationId: reading?.id ?? '' } }
}

/** The tokens of a reminder that an employee has just got. */
async function reminded(site: Site) {
  const { now } = site.clock
  await promisedTrial(site)
  for (const table of ['reminder_stops', 'weekly_reminders'] as const)
    await site.database.deleteFrom(table).execute()
  await site.database.deleteFrom('mails').where('key', 'like', 'reminder %').execute()
  await remind(site, mondayMorning)
  site.clock.now = now
  const letter = await reminderTo(site, 'employee', '2026-03-16')
  const tokenAfter = (words: string) => letter?.text.split(`/${words}?token=`)[1]?.slice(0, 52) ?? ''
  return { link: tokenAfter('vastaa'), stop: tokenAfter('lopeta-muistutukset') }
}

async function withPoster(site: Site) {
  const form = await running(site)
  const { id } = form.parameters
  const secret = newPosterSecret()
  if (!measure) throw new Error('nothing to read')
  const made = await asSystem(site.database, (transaction) =>
    makePoster(transaction, {
      ...acting(site),
      experimentId: id,
      measureId: measure.id,
      unit: null,
      label: 'Ruokalan ovi',
      posterLang: 'fi',
      secret,
    }),
  )
  return { ...form, parameters: { id, secret, posterId: made.ok ? made.value.posterId : '' } }
}

async function withTable(site: Site) {
  const form = await running(site)
  const { id } = form.parameters
  if (!measure) throw new Error('nothing to read')
  const imported = await asSystem(site.database, (transaction) =>
    importTable(transaction, {
      ...acting(site),
      experimentId: id,
      measure,
      rows: [{ line: 1, unit: null, day: '2026-03-09', value: 51, note: null }],
      replaceStored: false,
    }),
  )
  return { ...form, parameters: { id, importId: imported.ok ? imported.value.importId : '' } }
}

async function withFile(site: Site) {
  const form = await running(site)
  const { id } = form.parameters
  const bytes = Buffer.from('Päivä;Määrä\n8.3.2026;51,5\n9.3.2026;52\n')
  const taken = await asSystem(site.database, (transaction) =>
    takeInFile(transaction, {
      ...acting(site),
      experimentId: id,
      measure: exampleMeasure(),
      file: { name: 'luvut.csv', bytes },
    }),
  )
  return { ...form, parameters: { id, fileId: taken.ok ? taken.value.id : '' } }
}

async function withToken(site: Site) {
  const form = await running(site)
  await asSystem(site.database, (transaction) =>
    makeMeasureToken(transaction, {
      ...acting(site),
      experimentId: form.parameters.id,
      measure: exampleMeasure(),
      name: 'Keittiön vaaka',
    }),
  )
  return form
}

/** Forms of measurements: for each address, ways to a record whose form is open to somebody. */
export const measurementForms: Record<string, ((site: Site) => Promise<OpenForm>)[]> = {
  'log-measure': [
    async (site) => {
      const form = await running(site)
      return { ...form, parameters: { ...form.parameters, measureId: measure.id } }
    },
  ],
  posters: [running],
  'print-poster': [withPoster],
  'revoke-poster': [withPoster],
  poster: [
    async (site) => ({ who: undefined, parameters: { secret: (await withPoster(site)).parameters.secret } }),
  ],
  measurements: [withReading],
  'paste-measurements': [running],
  promises: [running],
  'answer-reminder': [async (site) => ({ who: undefined, query: { token: (await reminded(site)).link } })],
  'stop-reminders': [async (site) => ({ who: undefined, query: { token: (await reminded(site)).stop } })],
  'import-measurements': [running],
  'import-file': [withFile],
  'measure-tokens': [running, withToken],
  'undo-import': [withTable],
  'correct-measurement': [withReading],
  'log-hours': [running],
}
