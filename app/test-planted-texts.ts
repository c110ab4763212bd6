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
import { addPicture } from './membership/picture-store.ts'
import { saveDetails } from './membership/save-details.ts'
import { examplePeopleOfTrial as people } from './people/index.ts'
import { asSystem } from './platform/database/acting.ts'
import type { createTestSite } from './test-site.ts'
import type { TextKind } from './moderation/reviewable.ts'

/** A word for each kind of text, that stands nowhere else. */
export const words: Record<TextKind, string> = {
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
export const searched = (kind: TextKind) => `etsi${kind}qz`
const said = Object.fromEntries(
  Object.entries(words).map(([kind, word]) => [kind, `${word} ${searched(kind as TextKind)}`]),
) as Record<TextKind, string>
/** Every kind of text that can be hidden. */
export const kinds: readonly TextKind[] = [
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

/** Plants a text of every kind in the records of one municipality; returns the id under which each is reported. */
export async function plantTexts(
  site: Awaited<ReturnType<typeof createTestSite>>,
): Promise<{ ids: Record<TextKind, string>; experimentId: string }> {
  const ids = {} as Record<TextKind, string>
  const experimentId = site.newId()
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
      besidesId: null,
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
    const hash = 'c'.repeat(64)
    await addPicture(transaction, {
      id: ids.picture,
      municipalityCode: '239',
      picture: { content: Buffer.from('RIFF'), hash, sentHash: hash, width: 1, height: 1 },
      inPlaceOf: null,
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
  return { ids, experimentId }
}
