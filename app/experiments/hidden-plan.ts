import { texts } from '../texts/index.ts'
import type { LocalText } from './experiment.ts'
import { emptyPlan, type Plan, resourceKinds } from './plan.ts'

/** The title of an experiment whose plan was hidden, in every language. */
export const hiddenTitles: LocalText = {
  fi: texts.fi.moderation.hiddenTitle,
  sv: texts.sv.moderation.hiddenTitle,
  en: texts.en.moderation.hiddenTitle,
}

/**
 * A plan without a word of those who wrote it: days, figures, levels and choices stay, so that measurements, findings and
 * decisions can still be understood. Everything that is not named here is left out.
 */
export function withoutWords(plan: Plan): Plan {
  const empty = emptyPlan()
  return {
    ...empty,
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    theme: plan.theme,
    measures: plan.measures.map(({ scaleLow: _low, scaleHigh: _high, ...measure }) => ({
      ...measure,
      name: '–',
      unit: '',
      baselineHow: null,
    })),
    resources: Object.fromEntries(
      resourceKinds.map((kind) => [kind, { level: plan.resources[kind].level, words: null }]),
    ) as Plan['resources'],
    hoursPlanned: plan.hoursPlanned,
    eurosPlanned: plan.eurosPlanned,
    ...(plan.eurosPerHour != null && { eurosPerHour: plan.eurosPerHour }),
    ...(plan.eurosPerUnit != null && { eurosPerUnit: plan.eurosPerUnit }),
    legalQuestion: plan.legalQuestion,
    dataProtection: plan.dataProtection,
    lane: plan.lane,
    deciderPersonId: plan.deciderPersonId,
    decisionDueOn: plan.decisionDueOn,
  }
}

/** Every word of a plan as moderators read it, its title first. */
export function wordsOf(plan: Plan, title: string): string[] {
  const words = [
    plan.question ?? title,
    plan.summary,
    plan.goal,
    plan.doing,
    plan.cooperation,
    plan.variables,
    plan.prediction,
    plan.targetGroup,
    plan.place,
    plan.comparison,
    plan.decisionRule.spreadWhen,
    plan.decisionRule.stopWhen,
    plan.decisionRule.decider,
    plan.legalWords,
    plan.dataProtectionWords,
    ...plan.measures.flatMap((measure) => [
      measure.name,
      measure.unit,
      measure.baselineHow,
      measure.scaleLow ?? null,
      measure.scaleHigh ?? null,
    ]),
    ...resourceKinds.map((kind) => plan.resources[kind].words),
  ]
  return words.filter((text) => text !== null && text.trim() !== '') as string[]
}
