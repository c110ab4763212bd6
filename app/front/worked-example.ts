import { answerCheck, checksOf, decide, sayWhereItLives } from '../decisions/index.ts'
import { keepEvaluation, recordFinding } from '../evaluations/index.ts'
import {
  addDeparture,
  changeStage,
  designOf,
  emptyPlan,
  experimentById,
  type Measure,
  type Plan,
  saveExperiment,
  writeDiary,
} from '../experiments/index.ts'
import { agreePondering, findIdea, offerHours, recordPondering, tellIdea } from '../ideas/index.ts'
import { writeLesson } from '../lessons/index.ts'
import { addObservation, logEffort } from '../measurements/index.ts'
import { examplePeopleOfTrial as people } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import { addDays, dayOf, momentInFinland } from '../platform/format.ts'
import type { Acting, Person } from '../platform/web/visitor.ts'
import { adoptAndStart } from './adopted-example.ts'
import { adoptElsewhere } from './example-adopters.ts'
import { daysBetween, reading, schoolDays, start } from './example-pace.ts'
import { exampleWords as words } from './worked-example-words.ts'

const ideaId = '01900000-0000-7000-8000-0000000000e1'

/**
 * One made-up experiment that has walked all states, with a child that is under way in another municipality: told a year
 * and more ago, decided, checked once. Days are relative to `now`. Everything goes through the same actions as people's own
 * doing. Loading it again changes nothing.
 */
export async function loadWorkedExample(
  database: Database,
  { now, newId, baseUrl }: { now: Date; newId: () => string; baseUrl: string },
): Promise<void> {
  if (await findIdea(database, ideaId)) return
  const today = dayOf(now)
  // Noon in Finland: so many times 24 hours before an evening of winter is the day after in summer.
  const at = (daysAgo: number) => momentInFinland(addDays(today, -daysAgo), '12:00')
  const acting = (person: Person, daysAgo: number): Acting => ({
    person,
    now: at(daysAgo),
    requestId: 'example',
    lang: 'fi',
    newId,
  })
  const address = (path: string) => `${baseUrl}/fi/${path}`

  // The idea and its pondering.
  const first = { ...acting(people.employee, 430), newId: () => ideaId }
  const told = await tellIdea(database, { ...first, municipalityCode: '239', ...words.idea, isExample: true })
  await offerHours(database, { ...acting(people.employee, 429), idea: told, hours: 1 })
  await offerHours(database, { ...acting(people.colleague, 429), idea: told, hours: 1 })
  await offerHours(database, { ...acting(people.leader, 428), idea: told, hours: 0.5 })
  await agreePondering(database, {
    ...acting(people.colleague, 428),
    idea: told,
    startsAt: at(425),
    minutes: 60,
    place: words.pondering.place,
    videoLink: null,
    ideaAddress: address(`ideat/${ideaId}`),
  })
  await recordPondering(database, {
    ...acting(people.colleague, 424),
    idea: told,
    heldOn: addDays(today, -425),
    hours: [
      { personId: people.employee.id, roleWords: null, hours: 1 },
      { personId: people.colleague.id, roleWords: null, hours: 1 },
      { personId: people.leader.id, roleWords: null, hours: 0.5 },
      { personId: null, roleWords: words.pondering.role, hours: 1 },
    ],
    euros: 0,
    outcome: 'will_be_tried',
    answer: words.pondering.answer,
    elsewhere: { experimentId: null, url: null },
    ideaAddress: address(`ideat/${ideaId}`),
  })

  // The plan, frozen before the trial.
  const experimentId = newId()
  const waste: Measure = {
    ...words.waste,
    id: newId(),
    unit: 'g',
    kind: 'number',
    direction: 'down',
    baseline: 62,
    predicted: 50,
    smallestWorthwhile: 8,
    harmLimit: 80,
  }
  const taste: Measure = {
    ...words.taste,
    id: newId(),
    unit: '',
    kind: 'faces',
    direction: 'up',
    baseline: null,
    predicted: null,
    smallestWorthwhile: null,
    harmLimit: null,
  }
  const startsOn = addDays(today, -400)
  const plan: Plan = {
    ...emptyPlan(),
    ...words.plan,
    startsOn,
    endsOn: addDays(startsOn, 55),
    theme: 'food',
    design: {
      ...designOf('before_after'),
      weeksBefore: 3,
      usualLow: 54,
      usualHigh: 70,
      pickedForReading: false,
    },
    measures: [waste, taste],
    hoursPlanned: 20,
    eurosPlanned: 0,
    legalQuestion: 'no',
    dataProtection: 'no_personal_data',
    lane: 'own_work',
  }
  await saveExperiment(database, {
    id: experimentId,
    municipalityCode: '239',
    ideaId,
    responsiblePersonId: people.employee.id,
    createdBy: people.employee.id,
    origin: 'example',
    state: 'planned',
    title: words.plan.question,
    plan,
    at: at(415),
  })
  await start(database, acting(people.employee, 400), experimentId, address)

  // The trial: readings before (from the kitchen's notes) and during, faces, diary, a departure, hours.
  const days = schoolDays(addDays(startsOn, -21), addDays(startsOn, 55))
  for (const [index, day] of days.entries()) {
    const daysAgo = daysBetween(day, today)
    const level = day < startsOn ? 62 : day < addDays(startsOn, 4) ? 58 : 49
    await addObservation(database, {
      ...acting(people.employee, Math.min(daysAgo, 400)),
      experimentId,
      measure: waste,
      day,
      value: reading(level, index),
      note: day === addDays(startsOn, 15) ? words.excursion : null,
      way: day < startsOn ? 'form' : 'tap',
      sameDay: 'ask',
    })
    if (day >= startsOn && index % 4 === 0)
      for (const value of index % 8 === 0 ? [3, 3, 2] : [3, 2, 1])
        await addObservation(database, {
          ...acting(people.colleague, daysAgo),
          experimentId,
          measure: taste,
          day,
          value,
          note: null,
          way: 'tap',
          sameDay: 'keep',
        })
  }
  for (const [daysAfterStart, text] of words.diary)
    await writeDiary(database, {
      ...acting(people.employee, 400 - daysAfterStart),
      id: experimentId,
      day: addDays(startsOn, daysAfterStart),
      text,
    })
  await addDeparture(database, {
    ...acting(people.employee, 380),
    id: experimentId,
    day: addDays(startsOn, 20),
    ...words.departure,
  })
  for (const [daysAfterStart, hours, what] of words.effort)
    await logEffort(database, {
      ...acting(people.employee, 400 - daysAfterStart),
      experimentId,
      day: addDays(startsOn, daysAfterStart),
      hours,
      euros: 0,
      what,
    })

  // What came of it, the lesson, the decision, and the check at six months.
  await changeStage(database, {
    ...acting(people.employee, 344),
    id: experimentId,
    move: 'gather_lessons',
    reason: null,
  })
  // What the worker's job would have done by then.
  const measured = await experimentById(database, experimentId)
  if (measured) await keepEvaluation(database, measured, acting(people.employee, 343).now)
  await recordFinding(database, {
    ...acting(people.employee, 343),
    experimentId,
    version: 0,
    happened: words.happened,
    tells: 'as_predicted',
    learning: 'both',
  })
  await writeLesson(database, {
    ...acting(people.employee, 342),
    experimentId,
    version: 0,
    words: words.lesson,
  })
  await decide(database, {
    ...acting(people.leader, 330),
    experimentId,
    experimentAddress: address(`kokeilut/${experimentId}`),
    kind: 'spread',
    ...words.decision,
    stopReason: null,
    againstProposal: null,
  })
  await sayWhereItLives(database, {
    ...acting(people.employee, 320),
    experimentId,
    embedding: { ...words.embedding, inPractice: true, somethingNew: true, answersProblem: true, version: 0 },
  })
  const [sixMonths] = await checksOf(database, experimentId)
  if (sixMonths)
    await answerCheck(database, {
      ...acting(people.employee, 145),
      experimentId,
      checkId: sixMonths.id,
      answer: 'alive',
      words: words.check,
    })

  await adoptElsewhere(database, { acting, today, experimentId, address })
  await adoptAndStart(database, { acting, today, experimentId, address })
}
