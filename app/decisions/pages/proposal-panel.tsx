import { findingInWords } from '@uskalla/evidence'
import { meanInWords, outcomeWords } from '../../evaluations/index.ts'
import type { Experiment } from '../../experiments/index.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Panel, SummaryList } from '../../ui/index.ts'
import type { Proposed } from '../decide.ts'

/** What the frozen rule proposes, with its ground and figures, beside the rule's own words. */
export function ProposalPanel({
  visit,
  experiment,
  proposed,
}: {
  visit: Visit
  experiment: Experiment
  proposed: Proposed | undefined
}) {
  const words = texts[visit.lang].decisions.proposal
  const { decisionRule } = experiment.plan
  const agreed = [
    { term: words.agreedSpread, value: decisionRule.spreadWhen },
    { term: words.agreedStop, value: decisionRule.stopWhen },
  ].filter((row) => row.value !== null)
  return (
    <Panel kind="know" title={words.title}>
      {!proposed ? (
        <p>{words.none}</p>
      ) : proposed.ground === 'by-range' ? (
        <ByRange visit={visit} proposed={proposed} />
      ) : (
        <>
          <p>
            <strong>{words.proposes[proposed.proposal]}</strong> {words.grounds[proposed.ground]}
          </p>
          <Threshold visit={visit} proposed={proposed} />
        </>
      )}
      {agreed.length > 0 && <SummaryList rows={agreed} />}
    </Panel>
  )
}

/** The rule as the engine evaluated it: its proposal in words, then its parts one by one. */
function ByRange({ visit, proposed }: { visit: Visit; proposed: Proposed }) {
  const words = texts[visit.lang].decisions.proposal
  const { measure, analysis, reasoning, proposal } = proposed
  const effect = analysis?.effect
  if (!effect || effect.low === null || effect.high === null || !reasoning) return null
  const [ground = '', decision = '', ...rest] = findingInWords(
    visit.lang,
    {
      kind: 'decision',
      decision: proposal,
      estimate: effect.estimate,
      low: effect.low,
      high: effect.high,
      smallestWorthwhile: measure.smallestWorthwhile ?? 0,
    },
    outcomeWords(measure),
  )
  const parts = (['worthwhile', 'surelyNotWorse', 'surelyTooSmall'] as const).map((part) => ({
    term: words.parts[part],
    value: reasoning[part] ? words.yes : words.no,
  }))
  return (
    <>
      <p>
        <strong>{decision}</strong> {ground}
      </p>
      <SummaryList rows={parts} />
      <p>{rest.join(' ')}</p>
    </>
  )
}

function Threshold({ visit, proposed: { measure, finding } }: { visit: Visit; proposed: Proposed }) {
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
