import { formatDate } from '../../platform/format.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { ButtonLink, Details, Section } from '../../ui/index.ts'
import { bundleFileName, bundleStateOf } from '../bundle.ts'
import type { Evaluation } from '../read-evaluation.ts'

/** The way to the bundle of a result and how to compute it again; when it will be there, while the figures are covered. */
export function BundleSection({ visit, evaluation }: { visit: Visit; evaluation: Evaluation }) {
  const words = texts[visit.lang].bundle
  const { experiment } = evaluation
  const state = bundleStateOf(evaluation)
  if (state === 'none') return null
  const { endsOn } = experiment.plan
  const file = bundleFileName(visit.lang, experiment.id)
  return (
    <Section title={words.title} id="bundle">
      {state === 'covered' && (
        <p>{endsOn === null ? words.coveredOpen : words.covered(formatDate(visit.lang, endsOn))}</p>
      )}
      {state === 'computing' && <p>{words.computing}</p>}
      {state === 'ready' && (
        <>
          <p>{words.lede}</p>
          <p>
            <a href={visit.to('bundle', { id: experiment.id })} download={file}>
              {words.link}
            </a>
          </p>
          <Details summary={words.how}>
            <p>{words.command}</p>
            <pre tabindex={0}>{`npm run --silent uskalla -- recompute ${file}`}</pre>
            <p>{words.commandAlone}</p>
            <pre tabindex={0}>npm run --silent evidence -- check engine</pre>
          </Details>
        </>
      )}
    </Section>
  )
}

/** The link alone, for pages that show a result in short. Nothing while there is no bundle. */
export function BundleLink({ visit, evaluation }: { visit: Visit; evaluation: Evaluation }) {
  if (bundleStateOf(evaluation) !== 'ready') return null
  return (
    <ButtonLink kind="quiet" href={visit.to('bundle', { id: evaluation.experiment.id })}>
      {texts[visit.lang].bundle.title}
    </ButtonLink>
  )
}
