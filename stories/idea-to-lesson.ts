import { dayOf, formatDate } from '../app/platform/format.ts'
import { texts } from '../app/texts/index.ts'
import { daysFromNow, trialOfSalad } from './idea-to-trial.ts'
import type { Person, Somebody } from './person.ts'

const { experiments, measurements, evaluations, decisions, lessons, front } = texts.fi

/** J3: today's amount with two presses from the experiment's page, and one number. */
export async function logsToday(kaisa: Somebody): Promise<void> {
  await kaisa.opens(experiments.next.running.button)
  await kaisa.writes({ [measurements.log.number('g')]: '48' })
  await kaisa.presses(measurements.log.button)
  await kaisa.isTold(measurements.log.thanksNumber('48 g'))
}

/** J3: the amounts before the trial come from a spreadsheet; a bad row is named, and nothing is stored until all is well. */
export async function pastesATable(kaisa: Somebody): Promise<void> {
  const { paste } = measurements
  await kaisa.opens(measurements.log.all)
  await kaisa.opens(measurements.list.paste)
  const rows = ['60', '64,5', '61', '66', '59,5', '63', '62', '65'].map(
    (amount, index) => `${daysFromNow(index - 8)}\t${amount}`,
  )
  await kaisa.writes({ [paste.text]: [...rows, `${daysFromNow(-9)}\tpaljon`].join('\n') })
  await kaisa.presses(paste.check)
  await kaisa.reads(paste.lineProblem(9, paste.faults['bad-value']('paljon')))
  await kaisa.writes({ [paste.text]: rows.join('\n') })
  await kaisa.presses(paste.check)
  await kaisa.reads(paste.previewLede(paste.rows(8)))
  await kaisa.presses(paste.confirm(paste.rows(8)))
  await kaisa.isTold(paste.imported(paste.rows(8)))
}

/** J3: a few words for the diary, instead of a report. */
export async function writesTheDiary(kaisa: Somebody, experimentPath: string): Promise<void> {
  const { diary, next } = experiments
  await kaisa.visits(experimentPath)
  await kaisa.opens(next.also.diary)
  await kaisa.writes({ [diary.text]: 'Ensimmäisenä päivänä moni otti salaattia vain vähän.' })
  await kaisa.presses(diary.add)
  await kaisa.isTold(diary.added)
}

/** J4: the trial ends, and the result honestly says that one day is too little. */
export async function recordsTheFinding(kaisa: Person, experimentPath: string): Promise<void> {
  const { record } = evaluations
  await kaisa.visits(experimentPath)
  await kaisa.opens(experiments.next.also.stage)
  await kaisa.chooses(experiments.stage.move, experiments.stage.moves.gather_lessons)
  await kaisa.presses(experiments.stage.change)
  await kaisa.isTold(experiments.stage.changed.learning)
  await kaisa.opens(experiments.next.learning.button)
  await kaisa.reads(evaluations.words.fewPoints(1))
  await kaisa.opens(record.link)
  await kaisa.writes({
    [record.happened]: 'Hävikki pieneni ensimmäisenä päivänä, mutta yksi päivä on vähän.',
  })
  await kaisa.chooses(record.tells, record.tellsOptions.cannot_tell)
  await kaisa.chooses(record.learning, record.learningOptions.both)
  await kaisa.presses(record.button)
  await kaisa.isTold(record.saved)
}

/** J5: the leader finds what waits for a decision, and decides otherwise than the rule proposes, with reasons. */
export async function decides(leena: Person): Promise<void> {
  const { decide } = decisions
  await leena.visits('/fi/omat')
  await leena.opens(trialOfSalad.question)
  await leena.reads(decisions.proposal.proposes.adapt)
  await leena.chooses(decide.kind, decisions.kinds.spread)
  await leena.writes({ [decide.reasons]: 'Tapa ei maksa mitään, ja keittiö haluaa jatkaa.' })
  await leena.presses(decide.button)
  await leena.reads(decide.againstMissing)
  await leena.writes({ [decide.against]: 'Muutos voidaan perua milloin tahansa, joten emme odota.' })
  await leena.presses(decide.button)
  await leena.isTold(decide.saved)
}

/** J5: where it lives from now on; the checks at six and twelve months are seen ahead. */
export async function saysWhereItLives(kaisa: Person, experimentPath: string): Promise<void> {
  const { embedding, check } = decisions
  await kaisa.visits(experimentPath)
  await kaisa.reads(check.title(6), check.title(12))
  await kaisa.opens(embedding.link)
  await kaisa.writes({ [embedding.unit]: 'ruokapalvelut', [embedding.owner]: 'ruokapalvelupäällikkö' })
  await kaisa.ticks(embedding.inPractice)
  await kaisa.presses(embedding.button)
  await kaisa.isTold(embedding.saved)
  await kaisa.visits('/fi/omat')
  await kaisa.reads(front.mine.checks)
}

/** J6: the lesson is written for the next municipality. */
export async function writesTheLesson(kaisa: Person, experimentPath: string): Promise<void> {
  const { card, write } = lessons
  await kaisa.visits(experimentPath)
  await kaisa.opens(write.link)
  await kaisa.writes({
    [card.worked]: 'Salaatin siirtäminen linjaston alkuun.',
    [card.didNotWork]: 'Pienet lautaset loppuivat kesken.',
    [card.surprised]: 'Oppilaat kertoivat itse, mitä jäi yli.',
    [card.conditions]: 'Linjaston alussa pitää olla tilaa.',
  })
  await kaisa.chooses(card.works, card.verdicts.cannot_tell)
  await kaisa.presses(write.button)
  await kaisa.isTold(write.saved)
}

/** J6: somebody in another municipality finds the lesson with other words and adopts the experiment. */
export async function adopts(arto: Person): Promise<void> {
  const { adopt } = lessons
  await arto.visits(`/fi/haku?${new URLSearchParams({ q: 'salaattihävikki ruokailussa' })}`)
  await arto.opens(trialOfSalad.question)
  await arto.visits(arto.path.replace('/kokeilut/', '/opit/'))
  await arto.opens(adopt.link)
  await arto.presses(adopt.button)
  await arto.isTold(adopt.done)
  await arto.reads(trialOfSalad.question, experiments.states.draft)
}

/** J6: the family shows the original and the adopted experiment, on a map too. */
export async function looksAtTheFamily(arto: Person, experimentPath: string): Promise<void> {
  const { family } = lessons
  await arto.visits(`${experimentPath}/perhe`)
  await arto.reads(family.lede(2), 'Keitele', 'Haapavesi')
  await arto.main.getByRole('img', { name: family.mapTitle }).waitFor()
}

/** Anybody reads the whole story without signing in. */
export async function readsTheStory(anybody: Person, experimentPath: string): Promise<void> {
  await anybody.visits(experimentPath)
  await anybody.unfolds(experiments.plan.whole)
  await anybody.reads(
    trialOfSalad.question,
    experiments.outcomes.spread,
    'Hävikki pienenee vähintään 10 grammaa.',
    'Salaatin siirtäminen linjaston alkuun.',
    'Ensimmäisenä päivänä moni otti salaattia vain vähän.',
    formatDate('fi', dayOf(new Date())),
  )
}
