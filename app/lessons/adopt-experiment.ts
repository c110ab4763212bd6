import { emptyPlan, type Experiment, type Plan, saveExperiment, titleOf } from '../experiments/index.ts'
import { placeName } from '../municipalities/index.ts'
import { contactsOf } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import type { Lang } from '../platform/language.ts'
import { record } from '../platform/log/log.ts'
import { queueMail } from '../platform/mail/mail.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'

/**
 * The plan with which an adopter begins: goal, doing, measures, prediction and rule come along; place, dates, baselines,
 * resources, legal answers and lane are the adopter's own and stay empty. Of a published experiment only what its sources
 * tell comes along.
 */
export function planForAdoption(parent: Experiment, lang: Lang, newId: () => string): Plan {
  if (parent.origin === 'published' && parent.published) {
    const { tried, measure } = parent.published
    return {
      ...emptyPlan(),
      question: titleOf(lang, parent),
      doing: tried[lang],
      theme: parent.theme,
      measures: measure
        ? [
            {
              id: newId(),
              name: measure[lang],
              unit: '',
              kind: 'number',
              direction: 'up',
              baseline: null,
              baselineHow: null,
              predicted: null,
              smallestWorthwhile: null,
              harmLimit: null,
            },
          ]
        : [],
    }
  }
  const { plan } = parent
  const own = emptyPlan()
  return {
    ...plan,
    cooperation: own.cooperation,
    place: own.place,
    startsOn: own.startsOn,
    endsOn: own.endsOn,
    comparison: own.comparison,
    // The kind of design comes along; the places and how their readings vary are the adopter's own.
    ...(plan.design && {
      design: { ...plan.design, units: [], treatedCount: null, usualLow: null, usualHigh: null },
    }),
    measures: plan.measures.map((measure) => ({
      ...measure,
      id: newId(),
      baseline: null,
      baselineHow: null,
    })),
    decisionRule: { ...plan.decisionRule, decider: null },
    resources: own.resources,
    legalQuestion: own.legalQuestion,
    legalWords: own.legalWords,
    dataProtection: own.dataProtection,
    dataProtectionWords: own.dataProtectionWords,
    lane: own.lane,
    deciderPersonId: own.deciderPersonId,
    decisionDueOn: own.decisionDueOn,
  }
}

/** Takes an experiment up: a new draft in the adopter's municipality, linked to its parent, which stays as it was. Returns its id. */
export async function adoptExperiment(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    lang,
    parent,
    municipalityCode,
    parentAddress,
  }: Acting & { parent: Experiment; municipalityCode: string; parentAddress: string },
): Promise<string> {
  const id = newId()
  const plan = planForAdoption(parent, lang, newId)
  await saveExperiment(database, {
    id,
    municipalityCode,
    parentId: parent.id,
    responsiblePersonId: person.id,
    createdBy: person.id,
    origin: parent.origin === 'example' ? 'example' : 'own',
    title: titleOf(lang, parent),
    plan,
    at: now,
  })
  if (parent.responsiblePersonId !== null && parent.responsiblePersonId !== person.id)
    for (const contact of await contactsOf(database, [parent.responsiblePersonId])) {
      const mail = texts[contact.lang].lessons.adoptMail
      await queueMail(database, {
        key: `adopted ${id}`,
        to: contact.email,
        subject: mail.subject(placeName(municipalityCode, contact.lang, 'in')),
        text: mail.text({
          question: parent.title,
          where: placeName(municipalityCode, contact.lang, 'in'),
          address: parentAddress,
        }),
      })
    }
  await record(database, {
    chain: municipalityCode,
    action: 'experiment.adopted',
    recordKind: 'experiment',
    recordId: id,
    personId: person.id,
    requestId,
    at: now,
    after: { parentId: parent.id, plan },
  })
  return id
}
