import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { ButtonLink, ButtonRow, Panel } from '../../ui/index.ts'
import type { Experiment } from '../experiment.ts'
import { movesFrom } from '../experiment-rules.ts'
import { nextStepOf } from '../next-step.ts'

/** The next step of an experiment for those who work on it: one clear button, and quieter ones beside. Nothing for others. */
export function NextStep(props: { visit: Visit; experiment: Experiment }) {
  const { visit, experiment } = props
  const words = texts[visit.lang].experiments.next
  const next = nextStepOf(visit, experiment, visit.now)
  if (!next) return null
  const { text, button } = words[next.what]
  const parameters = { id: experiment.id }
  return (
    <Panel kind="plain">
      <h2 class="panel-title">{words.title}</h2>
      <p>{text}</p>
      <ButtonRow>
        <ButtonLink href={visit.to(next.page, next.parameters)}>{button}</ButtonLink>
        {experiment.frozenAt && (
          <ButtonLink kind="secondary" href={visit.to('write-diary', parameters)}>
            {words.also.diary}
          </ButtonLink>
        )}
        {experiment.frozenAt && (
          <ButtonLink kind="quiet" href={visit.to('add-departure', parameters)}>
            {words.also.departure}
          </ButtonLink>
        )}
        {experiment.frozenAt && (
          <ButtonLink kind="quiet" href={visit.to('note-event', parameters)}>
            {texts[visit.lang].events.link}
          </ButtonLink>
        )}
        {movesFrom(experiment.state).length > 0 && next.page !== 'change-state' && (
          <ButtonLink kind="quiet" href={visit.to('change-state', parameters)}>
            {words.also.stage}
          </ButtonLink>
        )}
      </ButtonRow>
    </Panel>
  )
}
