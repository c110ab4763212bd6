import { dayForInput } from '../app/platform/format.ts'
import { texts } from '../app/texts/index.ts'
import { type KindOfTrial, lastDayOf, type Municipality } from './four-kinds.ts'
import { Person } from './person.ts'

/** Somebody who fills in forms while it is counted how much is asked and how much is answered. */
export class PlanWriter extends Person {
  /** Questions answered so far. */
  answers = 0
  /** Questions on the screens that were sent. */
  asked = 0
  /** Screens sent so far. */
  screens = 0

  override async writes(fields: Record<string, string>): Promise<void> {
    this.answers += Object.keys(fields).length
    await super.writes(fields)
  }

  override async chooses(question: string, answer: string): Promise<void> {
    this.answers++
    await super.chooses(question, answer)
  }

  override async presses(button: string): Promise<void> {
    this.screens++
    this.asked += await this.main
      .locator('form [name]:not([type=hidden], button)')
      .evaluateAll((fields) => new Set(fields.map((field) => field.getAttribute('name'))).size)
    await super.presses(button)
  }

  /** What was counted, for the report of the tests. */
  counted(): string {
    return `${this.answers} required answers on ${this.screens} screens, which ask ${this.asked} questions in all`
  }
}

const words = texts.fi.experiments
const { fields, options, plan } = words

/** What the panel beside the form tells of each kind, reckoned by hand: ways to draw are 8 over 4, 5! and 25 over 13. */
const prospects = {
  before_after: [words.prospect.reckoned.onePlace('20', '25'), words.prospect.reckoned.level('2')],
  with_and_without: [
    words.prospect.reckoned.someDo('4', '8'),
    words.prospect.reckoned.draws('70'),
    words.prospect.reckoned.level('5'),
  ],
  staggered: [
    words.prospect.reckoned.oneByOne('5'),
    words.prospect.reckoned.draws('120'),
    words.prospect.reckoned.level('5'),
  ],
  two_versions: [
    words.prospect.reckoned.versions('13', '12'),
    words.prospect.reckoned.draws('5 200 300'),
    words.prospect.reckoned.level('5'),
  ],
} as const satisfies Record<KindOfTrial['kind'], readonly string[]>

/** Begins a plan of a kind and answers, screen by screen, only what must be answered, until nothing is missing. */
export async function writesAPlan(writer: PlanWriter, trial: KindOfTrial, startsOn: string): Promise<void> {
  await writer.visits('/fi/kokeilut')
  await writer.opens(words.list.startPlan)
  await writer.writes({ [words.start.question]: trial.question })
  await writer.chooses(words.start.kind, options.designKind[trial.kind])
  await writer.presses(words.start.start)
  await writer.isTold(words.start.started)
  await writer.reads(plan.progress(1, 10, 10))

  await writer.writes({ [fields.goal]: trial.goal })
  await writer.presses(plan.saveAndGoOn)
  await writer.presses(plan.saveAndGoOn)
  await answersDates(writer, startsOn)
  const { name, unit, better } = trial.measure
  await writer.writes({ [fields.measureName]: name, [fields.measureUnit]: unit })
  await writer.chooses(fields.direction, options.direction[better])
  await writer.presses(plan.saveAndGoOn)
  if (trial.kind === 'staggered') await writer.writes({ [fields.stepWeeks]: '1' })
  await answersDesign(writer, trial, 'Keitele')
  await writer.writes({ [fields.prediction]: trial.prediction })
  await writer.presses(plan.saveAndGoOn)
  await writer.presses(plan.saveAndGoOn)
  await writer.presses(plan.saveAndGoOn)
  await answersRules(writer)
}

/** The same of an adopted plan: only what is the adopter's own is asked. */
export async function completesThePlan(
  writer: PlanWriter,
  trial: KindOfTrial,
  startsOn: string,
): Promise<void> {
  await writer.opens(words.missing.starts_on)
  await answersDates(writer, startsOn)
  await writer.presses(words.measures.goOn)
  await answersDesign(writer, trial, 'Haapavesi')
  await writer.reads(trial.prediction)
  await writer.presses(plan.saveAndGoOn)
  await writer.presses(plan.saveAndGoOn)
  await writer.presses(plan.saveAndGoOn)
  await answersRules(writer)
}

async function answersDates(writer: PlanWriter, startsOn: string): Promise<void> {
  await writer.writes({
    [fields.startsOn]: dayForInput(startsOn),
    [fields.endsOn]: dayForInput(lastDayOf(startsOn)),
  })
  await writer.presses(plan.saveAndGoOn)
}

/** Lists the places or versions; the panel tells what can be seen with them, before the page is sent where script runs. */
async function answersDesign(writer: PlanWriter, trial: KindOfTrial, where: Municipality): Promise<void> {
  const listed = trial.kind === 'two_versions' ? fields.versions : fields.units
  if (trial.units) await writer.writes({ [listed]: trial.units[where].join('\n') })
  if (trial.treatedCount !== undefined)
    await writer.writes({ [fields.treatedCount]: String(trial.treatedCount) })
  if (where === 'Keitele') await writer.reads(...prospects[trial.kind])
  await writer.presses(plan.saveAndGoOn)
  await writer.reads(...prospects[trial.kind])
}

async function answersRules(writer: PlanWriter): Promise<void> {
  await writer.chooses(fields.legalQuestion, options.legalQuestion.no)
  await writer.presses(plan.saveAndGoOn)
  await writer.chooses(fields.lane, options.lane.own_work)
  await writer.presses(plan.saveAndCheck)
  await writer.reads(plan.checklistReady)
}

/** Adds figures to a plan that could start without: what is predicted, and what would be worth the trouble. */
export async function addsFigures(writer: Person, trial: KindOfTrial): Promise<void> {
  await writer.opensStarting(`${plan.change} ${words.steps.prediction.title}`)
  await writer.writes({ [fields.predicted]: String(trial.predicted) })
  await writer.presses(plan.saveAndGoOn)
  const { unit } = trial.measure
  await writer.writes({
    [fields.spreadWhen]: `Muutos on vähintään ${trial.smallestWorthwhile} ${unit}.`,
    [fields.stopWhen]: 'Muutosta ei näy.',
    [fields.smallestWorthwhile]: String(trial.smallestWorthwhile),
  })
  await writer.presses(plan.saveAndLeave)
  await writer.reads(plan.checklistReady)
}

/** Freezes the plan, and the trial runs. Returns the experiment's address and the plan's fingerprint. */
export async function freezes(writer: Person): Promise<{ path: string; fingerprint: string }> {
  await writer.opens(plan.freezeNow)
  const fingerprint = (await writer.main.locator('code').first().innerText()).replaceAll(/\s/g, '')
  await writer.presses(words.freeze.freeze)
  await writer.isTold(words.freeze.frozen)
  return { path: writer.path, fingerprint }
}
