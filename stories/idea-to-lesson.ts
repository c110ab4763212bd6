import { examplePeopleOfTrial } from '../app/people/index.ts'
import { addDays, dayForInput, dayOf, formatDate } from '../app/platform/format.ts'
import { texts } from '../app/texts/index.ts'
import type { Person } from './person.ts'

const { ideas, experiments, measurements, evaluations, decisions, lessons, front } = texts.fi

/** What the people of the story have in mind. */
export const trialOfSalad = {
  problem: 'Yläkoulun ruokailussa jää salaattia lautasille, ja se heitetään pois.',
  trial: 'Salaatin saa ottaa itse linjaston alusta.',
  forWhom: 'Yläkoulun ruokailijoille.',
  question: 'Väheneekö salaatin hävikki, kun sen saa ottaa itse?',
  measure: 'Salaatin hävikki',
} as const

const today = () => dayForInput(dayOf(new Date()))
const daysFromNow = (days: number) => dayForInput(addDays(dayOf(new Date()), days))

/** J1: an employee tells an idea from the front page and sees what has been tried before. Returns the idea's address. */
export async function tellsAnIdea(kaisa: Person): Promise<string> {
  await kaisa.opensStarting(front.doors.idea)
  await kaisa.writes({
    [ideas.fields.problem]: trialOfSalad.problem,
    [ideas.fields.trial]: trialOfSalad.trial,
    [ideas.fields.forWhom]: trialOfSalad.forWhom,
  })
  await kaisa.presses(ideas.save)
  await kaisa.isTold(ideas.saved)
  await kaisa.reads(ideas.similarLede, ideas.costNothing)
  return kaisa.path
}

/** J1: a colleague finds the idea in the list and offers an hour and a half. */
export async function offersHours(mikko: Person): Promise<void> {
  await mikko.visits('/fi/ideat')
  await mikko.opens(trialOfSalad.trial)
  await mikko.opens(ideas.offerButton)
  await mikko.picks(ideas.offer.hours, '1 h 30 min')
  await mikko.presses(ideas.offer.button)
  await mikko.isTold(ideas.offer.thanks('1 h 30 min'))
}

/** J1: they agree on when to ponder, and the invitation for the calendar can be fetched. */
export async function agreesOnPondering(mikko: Person): Promise<void> {
  await mikko.opens(ideas.agreeButton)
  await mikko.writes({
    [ideas.agree.day]: daysFromNow(1),
    [ideas.agree.clock]: '9.30',
    [ideas.agree.minutes]: '60',
    [ideas.agree.place]: 'Koulun kahvihuone',
  })
  await mikko.presses(ideas.agree.button)
  await mikko.isTold(ideas.agree.sent)
  const calendar = await mikko.page.request.get(
    (await mikko.main.getByRole('link', { name: ideas.calendarLink }).getAttribute('href')) ?? '',
  )
  if (!(await calendar.text()).includes('BEGIN:VEVENT')) throw new Error('The calendar file holds no event.')
}

/** J1: what came of pondering is recorded with the hours really used, and whoever told the idea has an answer. */
export async function recordsPondering(mikko: Person): Promise<void> {
  await mikko.opens(ideas.recordButton)
  await mikko.writes({
    [ideas.record.heldOn]: today(),
    [examplePeopleOfTrial.colleague.name]: '1,5',
    [ideas.record.othersRole]: 'keittiön työntekijä',
    [ideas.record.othersHours]: '0,5',
    [ideas.record.answer]: 'Tämä on helppo kokeilla yhdessä koulussa.',
  })
  await mikko.chooses(ideas.record.outcome, ideas.record.outcomes.will_be_tried)
  await mikko.presses(ideas.record.button)
  await mikko.isTold(ideas.record.saved)
  await mikko.reads(ideas.costSoFar(ideas.cost('2 h', ideas.people(2), '0 €')))
}

/** J2: the idea becomes a plan, page by page, until nothing is missing. */
export async function makesAPlan(kaisa: Person, ideaPath: string): Promise<void> {
  const { fields, options, plan } = experiments
  await kaisa.visits(ideaPath)
  await kaisa.opens(ideas.planButton)
  await kaisa.reads(trialOfSalad.problem)
  await kaisa.writes({ [experiments.start.question]: trialOfSalad.question })
  await kaisa.presses(experiments.start.start)
  await kaisa.isTold(experiments.start.started)

  await kaisa.writes({ [fields.goal]: 'Salaattia heitetään vähemmän pois.' })
  await kaisa.picks(fields.theme, experiments.themes.food)
  await kaisa.presses(plan.saveAndGoOn)
  await kaisa.presses(plan.saveAndGoOn)
  await kaisa.writes({
    [fields.place]: 'Yläkoulun ruokasali',
    [fields.startsOn]: today(),
    [fields.endsOn]: daysFromNow(30),
  })
  await kaisa.presses(plan.saveAndGoOn)
  await kaisa.writes({ [fields.measureName]: trialOfSalad.measure, [fields.measureUnit]: 'g' })
  await kaisa.chooses(fields.measureKind, options.measureKind.number)
  await kaisa.chooses(fields.direction, options.direction.down)
  await kaisa.writes({ [fields.baseline]: '62,5' })
  await kaisa.presses(plan.saveAndGoOn)
  await kaisa.chooses(fields.designKind, options.designKind.before_after)
  await kaisa.presses(plan.saveAndGoOn)
  await kaisa.isTold(plan.kindChosen)
  await kaisa.presses(plan.saveAndGoOn)
  await kaisa.writes({ [fields.prediction]: 'Hävikki pienenee.', [fields.predicted]: '50' })
  await kaisa.presses(plan.saveAndGoOn)
  await kaisa.writes({
    [fields.spreadWhen]: 'Hävikki pienenee vähintään 10 grammaa.',
    [fields.stopWhen]: 'Hävikki ei pienene.',
    [fields.smallestWorthwhile]: '10',
  })
  await kaisa.presses(plan.saveAndGoOn)
  await kaisa.presses(plan.saveAndGoOn)
  await kaisa.chooses(fields.legalQuestion, options.legalQuestion.no)
  await kaisa.chooses(fields.dataProtection, options.dataProtection.no_personal_data)
  await kaisa.presses(plan.saveAndGoOn)
  await kaisa.chooses(fields.lane, options.lane.own_work)
  await kaisa.presses(plan.saveAndCheck)
  await kaisa.reads(plan.checklistReady)
}

/** J2: the plan is frozen with its fingerprint, and the trial runs. Returns the experiment's address. */
export async function freezesThePlan(kaisa: Person): Promise<string> {
  await kaisa.opens(experiments.plan.freezeNow)
  const shown = (await kaisa.main.locator('code').first().innerText()).replaceAll(/\s/g, '')
  if (!/^[0-9a-f]{64}$/.test(shown)) throw new Error(`“${shown}” is not a fingerprint.`)
  await kaisa.presses(experiments.freeze.freeze)
  await kaisa.isTold(experiments.freeze.frozen)
  return kaisa.path
}

/** J3: today's amount with two presses from the experiment's page, and one number. */
export async function logsToday(kaisa: Person): Promise<void> {
  await kaisa.opens(experiments.next.running.button)
  await kaisa.writes({ [measurements.log.number('g')]: '48' })
  await kaisa.presses(measurements.log.button)
  await kaisa.isTold(measurements.log.thanksNumber('48 g'))
}

/** J3: the amounts before the trial come from a spreadsheet; a bad row is named, and nothing is stored until all is well. */
export async function pastesATable(kaisa: Person): Promise<void> {
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
export async function writesTheDiary(kaisa: Person, experimentPath: string): Promise<void> {
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
