import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveDecision } from './decisions/decision-store.ts'
import { evaluateMeasure } from './evaluations/index.ts'
import { saveExploration } from './evaluations/exploration-store.ts'
import { saveFinding } from './evaluations/finding-store.ts'
import { saveEvent } from './experiments/event-store.ts'
import { saveDeparture, saveDiaryEntry } from './experiments/diary-store.ts'
import { exampleMeasure, examplePlan, saveExampleExperiment } from './experiments/experiments.examples.ts'
import { setOutcome } from './experiments/index.ts'
import { tellIdea } from './ideas/index.ts'
import { writeLesson } from './lessons/index.ts'
import { detailsOf } from './membership/index.ts'
import { savePicture } from './membership/picture-store.ts'
import { saveDetails } from './membership/save-details.ts'
import { examplePeopleOfTrial as people } from './people/index.ts'
import { asSystem } from './platform/database/acting.ts'
import { languages } from './platform/language.ts'
import { pathTo } from './platform/web/address.ts'
import { addresses } from './site.ts'
import { createTestSite, type TestBrowser } from './test-site.ts'
import { reviewable, type TextKind } from './moderation/reviewable.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
const readers: Record<string, TestBrowser> = {}

/** A word for each kind of text, that stands nowhere else. */
const words: Record<TextKind, string> = {
  idea: 'ideasanaqx',
  diary: 'paivakirjasanaqx',
  departure: 'poikkeamasanaqx',
  event: 'tapahtumasanaqx',
  plan: 'suunnitelmasanaqx',
  finding: 'tulossanaqx',
  exploration: 'tutkivasanaqx',
  decision: 'paatossanaqx',
  lesson: 'oppisanaqx',
  municipality: 'kuntasanaqx',
  picture: 'kuvasanaqx',
}
/** Words that stand beside those: what readers search for is echoed, so it may not be what is looked for. */
const searched = (kind: TextKind) => `etsi${kind}qz`
const said = Object.fromEntries(
  Object.entries(words).map(([kind, word]) => [kind, `${word} ${searched(kind as TextKind)}`]),
) as Record<TextKind, string>
const kinds: readonly TextKind[] = [
  'plan',
  'idea',
  'diary',
  'departure',
  'event',
  'finding',
  'exploration',
  'decision',
  'lesson',
  'municipality',
  'picture',
]
const ids = {} as Record<TextKind, string>
let experimentId = ''

beforeAll(async () => {
  site = await createTestSite()
  const acting = {
    person: people.employee,
    now: site.clock.now,
    requestId: 'test',
    lang: 'fi' as const,
    newId: site.newId,
  }
  await asSystem(site.database, async (transaction) => {
    const idea = await tellIdea(transaction, {
      ...acting,
      municipalityCode: '239',
      problem: `Ongelma ${said.idea}.`,
      trial: `Kokeillaan ${said.idea}.`,
      forWhom: `Kaikille ${said.idea}.`,
    })
    experimentId = site.newId()
    const word = said.plan
    const plan = examplePlan({ startsOn: '2026-03-01' })
    await saveExampleExperiment(transaction, {
      id: experimentId,
      newId: site.newId,
      at: site.clock.now,
      state: 'decided',
      responsiblePersonId: people.employee.id,
      plan: {
        ...plan,
        question: `Väheneekö ${word}?`,
        summary: `Tiivistys ${word}.`,
        goal: `Tavoite ${word}.`,
        doing: `Tehdään ${word}.`,
        cooperation: word,
        variables: word,
        prediction: `Ennuste ${word}.`,
        targetGroup: word,
        place: word,
        comparison: word,
        legalWords: word,
        dataProtectionWords: word,
        decisionRule: { spreadWhen: word, stopWhen: word, decider: word },
        measures: plan.measures.map((one) => ({
          ...one,
          name: `Mittari ${word}`,
          unit: word,
          baselineHow: word,
        })),
        resources: { ...plan.resources, time: { level: 2, words: word } },
      },
    })
    ids.diary = site.newId()
    ids.departure = site.newId()
    ids.event = site.newId()
    ids.exploration = site.newId()
    ids.decision = site.newId()
    const ofExperiment = {
      experimentId,
      municipalityCode: '239',
      personId: people.employee.id,
      at: site.clock.now,
    }
    await saveDiaryEntry(transaction, {
      ...ofExperiment,
      id: ids.diary,
      day: '2026-03-09',
      text: `Merkintä ${said.diary}.`,
    })
    await saveDeparture(transaction, {
      ...ofExperiment,
      id: ids.departure,
      day: '2026-03-09',
      what: `Toisin ${said.departure}.`,
      why: `Siksi ${said.departure}.`,
    })
    await saveEvent(transaction, {
      ...ofExperiment,
      id: ids.event,
      day: '2026-03-09',
      what: `Tapahtui ${said.event}.`,
    })
    await saveExploration(transaction, {
      ...ofExperiment,
      id: ids.exploration,
      measureId: examplePlan().measures[0]?.id ?? '',
      method: 'run-chart',
      period: 'whole',
      why: `Miksi ${said.exploration}.`,
      evaluation: { finding: evaluateMeasure(exampleMeasure(), []), analysis: null },
      engineVersion: '0.1.0',
      dataFingerprint: 'b'.repeat(64),
    })
    await saveFinding(transaction, {
      id: site.newId(),
      experimentId,
      municipalityCode: '239',
      happened: `Kävi ${said.finding}.`,
      tells: 'as_predicted',
      learning: 'works',
      figures: null,
      planFingerprint: 'a'.repeat(64),
      dataFingerprint: 'b'.repeat(64),
      evidenceLevel: 0,
      writtenBy: people.employee.id,
      writtenAt: site.clock.now,
      version: 1,
    })
    await saveDecision(transaction, {
      id: ids.decision,
      experimentId,
      municipalityCode: '239',
      kind: 'spread',
      reasons: `Perustelu ${said.decision}.`,
      stopReason: null,
      proposal: null,
      againstProposal: `Toisin ${said.decision}.`,
      wouldChange: `Muuttaisi ${said.decision}.`,
      decidedBy: people.leader.id,
      decidedOn: '2026-03-10',
      at: site.clock.now,
    })
    await setOutcome(transaction, { id: experimentId, outcome: 'spread', at: site.clock.now })
    await writeLesson(transaction, {
      ...acting,
      experimentId,
      version: 0,
      words: {
        worked: `Toimi ${said.lesson}.`,
        didNotWork: `Ei toiminut ${said.lesson}.`,
        surprised: `Yllätti ${said.lesson}.`,
        conditions: `Vaatii ${said.lesson}.`,
        works: 'yes',
        inspired: `Innosti ${said.lesson}.`,
        wouldDoOtherwise: `Toisin ${said.lesson}.`,
      },
    })
    await saveDetails(transaction, {
      ...acting,
      municipalityCode: '239',
      details: {
        words: { fi: `Meillä ${said.municipality}.`, sv: `Hos oss ${said.municipality}.`, en: null },
        contact: { name: null, email: null, phone: null, url: null },
        version: 0,
      },
    })
    ids.picture = site.newId()
    await savePicture(transaction, {
      id: ids.picture,
      municipalityCode: '239',
      picture: { content: Buffer.from('RIFF'), hash: 'c'.repeat(64), width: 1, height: 1 },
      description: `Kuvassa ${said.picture}.`,
      source: `Kuva: ${said.picture}`,
      lang: 'fi',
      personId: people.employee.id,
      now: site.clock.now,
      version: 0,
    })
    ids.municipality = (await detailsOf(transaction, '239')).id ?? ''
    Object.assign(ids, { idea: idea.id, plan: experimentId, finding: experimentId, lesson: experimentId })
  })
  readers.visitor = await site.browser()
  for (const who of ['employee', 'office'] as const) readers[who] = await site.browser(who)
})
afterAll(() => site.close())

/** Pages that are meant to show a hidden text: where moderators deal with it. */
const forModerators = new Set([
  'review-text',
  'answer-appeal',
  'appeal-hiding',
  'download-own-data',
  'own-data',
  'municipality-details',
  'municipality-picture',
])

// Addresses without a record are asked for in every language, those of a record in one: they are made by the same code.

/** Every address that a reader could ask for about these records, the interface and files among them. */
function everyAddress(): string[] {
  const paths = new Set<string>()
  for (const [name, { fi }] of Object.entries(addresses) as [keyof typeof addresses, { fi: string }][]) {
    if (forModerators.has(name) || name === 'sign-out') continue
    for (const [index, id] of [ids.idea, experimentId].entries()) {
      const varies = fi.includes(':')
      if (!varies && index > 0) continue
      for (const lang of varies ? languages.slice(0, 1) : languages) {
        const parameters = Object.fromEntries(
          [...fi.matchAll(/:(\w+)/g)].map(([, part = '']) => [part, parameterFor(part, id)]),
        )
        paths.add(pathTo(lang, name, parameters))
        for (const kind of name === 'report-text' ? (Object.keys(words) as TextKind[]) : [])
          paths.add(pathTo(lang, name, { kind, id: ids[kind] }))
      }
    }
  }
  for (const lang of languages)
    for (const kind of kinds) paths.add(pathTo(lang, 'search', {}, { q: searched(kind) }))
  for (const path of [
    '/experiments',
    `/experiments/${experimentId}`,
    '/lessons',
    '/municipalities/239',
    ...kinds.map((kind) => `/search?q=${searched(kind)}`),
  ])
    paths.add(`/api/v1${path}`)
  return [...paths]
}

function parameterFor(part: string, id: string): string {
  if (part === 'code' || part === 'municipalityCode') return '239'
  if (part === 'step') return '1'
  if (part === 'day') return '2026-03-10'
  if (part === 'kind') return 'idea'
  return id
}

/** Where each word is found, by reader and address. */
async function foundAt(): Promise<Record<TextKind, string[]>> {
  const found = Object.fromEntries(kinds.map((kind) => [kind, [] as string[]])) as Record<TextKind, string[]>
  for (const [who, reader] of Object.entries(readers))
    for (const path of everyAddress()) {
      const { text } = await reader.get(path)
      for (const kind of kinds) if (text.includes(words[kind])) found[kind].push(`${who} ${path}`)
    }
  return found
}

describe('hidden texts', () => {
  test('of every kind are tried here', () => {
    expect(kinds.toSorted()).toEqual(Object.keys(reviewable).toSorted())
  })

  test('are found by nobody on any page, list, file, search or interface, and everywhere again once shown', async () => {
    const before = await foundAt()
    for (const kind of kinds) expect(before[kind].length, kind).toBeGreaterThan(2)
    for (const kind of kinds)
      await asSystem(site.database, (database) =>
        reviewable[kind].hide(database, ids[kind], { at: site.clock.now, because: 'personal_data' }),
      )
    const none = Object.fromEntries(kinds.map((kind) => [kind, []]))
    expect(await foundAt()).toEqual(none)
    const page = await readers.visitor?.get(`/fi/kokeilut/${experimentId}`)
    expect(page?.text).toContain('Teksti on piilotettu, koska siinä oli jonkun yksityisiä tietoja.')
    const file = await readers.visitor?.get(`/fi/kokeilut/${experimentId}/suunnitelma.json`)
    expect(JSON.parse(file?.text ?? '')).toMatchObject({
      format: 'uskalla-hidden-plan-1',
      hidden_because: 'personal_data',
    })
    for (const kind of kinds)
      await asSystem(site.database, (database) => reviewable[kind].show(database, ids[kind]))
    expect(await foundAt()).toEqual(before)
  }, 600_000)
})

test('abuse-52: who told an idea is named nowhere, to nobody', async () => {
  const { id, email, name } = people.employee
  for (const [who, reader] of Object.entries(readers)) {
    if (who === 'employee') continue
    for (const path of everyAddress().filter((one) => one.includes(ids.idea) || one.includes('ide'))) {
      const { text } = await reader.get(path)
      for (const trace of [id, email, name]) expect(text, `${who} ${path}`).not.toContain(trace)
    }
  }
}, 600_000)
