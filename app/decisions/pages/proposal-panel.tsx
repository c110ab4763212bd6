import { meanInWords, type MeasureFinding } from '../../evaluations/index.ts'
import type { Experiment, Measure } from '../../experiments/index.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Panel, SummaryList } from '../../ui/index.ts'
import type { Ground, Proposal } from '../propose.ts'

/** What the frozen rule proposes, with its ground and figures, beside the rule's own words. */
export function ProposalPanel({
  visit,
  experiment,
  proposed,
}: {
  visit: Visit
  experiment: Experiment
  proposed: { proposal: Proposal; ground: Ground; measure: Measure; finding: MeasureFinding } | undefined
}) {
  const words = texts[visit.lang].decisions.proposal
  const { decisionRule } = experiment.plan
  const agreed = [
    { term: words.agreedSpread, value: decisionRule.spreadWhen },
    { term: words.agreedStop, value: decisionRule.stopWhen },
  ].filter((row) => row.value !== null)
  return (
    <Panel kind="know" title={words.title}>
      {proposed ? (
        <>
          <p>
            <strong>{words.proposes[proposed.proposal]}</strong> {words.grounds[proposed.ground]}
          </p>
          <Threshold visit={visit} {...proposed} />
        </>
      ) : (
        <p>{words.none}</p>
      )}
      {agreed.length > 0 && <SummaryList rows={agreed} />}
    </Panel>
  )
}

function Threshold({ visit, measure, finding }: { visit: Visit; measure: Measure; finding: MeasureFinding }) {
  const words = texts[visit.lang].decisions.proposal
  if (finding.improvement === null) return null
  return (
    <p>
      {measure.smallestWorthwhile !== null &&
        `${words.threshold(
          meanInWords(visit.lang, { ...measure, kind: 'number' }, measure.smallestWorthwhile),
          meanInWords(visit.lang, { ...measure, kind: 'number' }, finding.improvement),
        )} `}
      {words.amountOnly}
    </p>
  )
}
