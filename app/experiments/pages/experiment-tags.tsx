import type { Lang } from '../../platform/language.ts'
import { texts } from '../../texts/index.ts'
import { Tag } from '../../ui/index.ts'
import { stateInWords } from '../experiment-in-words.ts'
import type { Experiment } from '../experiment.ts'

/** State or outcome of an experiment, and whether it is made up or told by public sources. */
export function ExperimentTags(props: {
  lang: Lang
  experiment: Pick<Experiment, 'state' | 'outcome' | 'origin'>
}) {
  const words = texts[props.lang].experiments
  // Nobody has tried it here, so it is in no stage.
  if (props.experiment.origin === 'retrospective') return <Tag kind="plain">{words.retrospective.tag}</Tag>
  const state = stateInWords(props.lang, props.experiment)
  return (
    <>
      <Tag kind={state.kind}>{state.text}</Tag>{' '}
      {props.experiment.origin === 'example' && <Tag kind="plain">{words.example}</Tag>}
      {props.experiment.origin === 'published' && <Tag kind="plain">{words.fromSources}</Tag>}
    </>
  )
}
