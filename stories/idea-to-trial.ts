import { examplePeopleOfTrial } from '../app/people/index.ts'
import { addDays, dayForInput, dayOf } from '../app/platform/format.ts'
import { texts } from '../app/texts/index.ts'
import type { Somebody } from './person.ts'

const { ideas, experiments, front } = texts.fi

/** What the people of the story have in mind. */
export const trialOfSalad = {
  problem: 'Yläkoulun ruokailussa jää salaattia lautasille, ja se heitetään pois.',
  trial: 'Salaatin saa ottaa itse linjaston alusta.',
  forWhom: 'Yläkoulun ruokailijoille.',
  question: 'Väheneekö salaatin hävikki, kun sen saa ottaa itse?',
  measure: 'Salaatin hävikki',
} as const

/** Today in Finland, as people write it. */
export const today = () => dayForInput(dayOf(new Date()))
/** A day before or after today, as people write it. */
export const daysFromNow = (days: number) => dayForInput(addDays(dayOf(new Date()), days))

/** J1: an employee tells an idea from the front page and sees what has been tried before. Returns the idea's address. */
export async function tellsAnIdea(kaisa: Somebody): Promise<string> {
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
async function offersHours(mikko: Somebody): Promise<void> {
  await mikko.visits('/fi/ideat')
  await mikko.opens(trialOfSalad.trial)
  await mikko.opens(ideas.offerButton)
  await mikko.picks(ideas.offer.hours, '1 h 30 min')
  await mikko.presses(ideas.offer.button)
  await mikko.isTold(ideas.offer.thanks('1 h 30 min'))
}

/** J1: they agree on when to ponder, and the invitation for the calendar can be fetched. */
export async function agreesOnPondering(mikko: Somebody): Promise<void> {
  await mikko.opens(ideas.agreeButton)
  await mikko.writes({
    [ideas.agree.day]: daysFromNow(1),
    [ideas.agree.clock]: '9.30',
    [ideas.agree.minutes]: '60',
    [ideas.agree.place]: 'Koulun kahvihuone',
  })
  await mikko.presses(ideas.agree.button)
  await mikko.isTold(ideas.agree.sent)
  const calendar = await mikko.fetches(await mikko.leadsTo(ideas.calendarLink))
  if (!calendar.text.includes('BEGIN:VEVENT')) throw new Error('The calendar file holds no event.')
}

/** J1: what came of pondering is recorded with the hours really used, and whoever told the idea has an answer. */
async function recordsPondering(mikko: Somebody): Promise<void> {
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
async function makesAPlan(kaisa: Somebody, ideaPath: string): Promise<void> {
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
async function freezesThePlan(kaisa: Somebody): Promise<string> {
  await kaisa.opens(experiments.plan.freezeNow)
  const [code = ''] = await kaisa.codes()
  const shown = code.replaceAll(/\s/g, '')
  if (!/^[0-9a-f]{64}$/.test(shown)) throw new Error(`“${shown}” is not a fingerprint.`)
  await kaisa.presses(experiments.freeze.freeze)
  await kaisa.isTold(experiments.freeze.frozen)
  return kaisa.path
}

/** J1, all of it: an idea is told, hours are offered, and what came of pondering is recorded. Returns the idea's address. */
export async function pondersAnIdea(kaisa: Somebody, mikko: Somebody): Promise<string> {
  const ideaPath = await tellsAnIdea(kaisa)
  await offersHours(mikko)
  await agreesOnPondering(mikko)
  await recordsPondering(mikko)
  return ideaPath
}

/** J1 and J2, all of it: from an idea to a trial under way. Returns the experiment's address. */
export async function goesFromIdeaToTrial(kaisa: Somebody, mikko: Somebody): Promise<string> {
  await makesAPlan(kaisa, await pondersAnIdea(kaisa, mikko))
  return freezesThePlan(kaisa)
}
