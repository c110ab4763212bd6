import type { Experiment } from '../../experiments/index.ts'
import { namesOf } from '../../people/index.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Section } from '../../ui/index.ts'
import { mayPromise, takesPromises } from '../log-promise.ts'
import { type LogPromise, promisesOf } from '../promise-store.ts'
import { whoLogs } from './promises-page.tsx'

/** Who has promised to log what, with their names. */
export interface Promises {
  promises: LogPromise[]
  names: Map<string, string>
}

/** The promises of an experiment for those who may see them by name; undefined for everybody else and after the trial. */
export async function readPromises(visit: Visit, experiment: Experiment): Promise<Promises | undefined> {
  if (!mayPromise(visit, { experiment }) || !takesPromises(experiment, visit.now)) return undefined
  const promises = await promisesOf(visit.database, [experiment.id])
  return {
    promises,
    names: await namesOf(
      visit.database,
      promises.map((one) => one.personId),
    ),
  }
}

/** Who logs what, measure by measure, for colleagues; where nobody does, the suggestion to agree. */
export function PromisesSection({
  visit,
  experiment,
  promises: { promises, names },
}: {
  visit: Visit
  experiment: Experiment
  promises: Promises
}) {
  const words = texts[visit.lang].reminders.promise
  return (
    <Section title={words.title}>
      {promises.length === 0 ? (
        <p>{words.missing}</p>
      ) : (
        <ul>
          {experiment.plan.measures.map((measure) => (
            <li>
              {measure.name}. {whoLogs(visit, measure, promises, names)}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={visit.to('promises', { id: experiment.id })}>{words.link}</a>
      </p>
    </Section>
  )
}
