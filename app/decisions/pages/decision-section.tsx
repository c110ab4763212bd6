import type { Experiment } from '../../experiments/index.ts'
import { capitalised, dayOf, formatDate } from '../../platform/format.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import {
  ButtonLink,
  ButtonRow,
  Details,
  Panel,
  Prose,
  QuietLink,
  Section,
  SummaryList,
} from '../../ui/index.ts'
import { mayDecide, mayFollowUp } from '../decision-policy.ts'
import type { Check, Decision, Embedding } from '../decision.ts'

/** The newest decision with its reasons; earlier ones folded below. Stopped says first what was learned. */
export function DecisionSection({
  visit,
  experiment,
  decisions,
}: {
  visit: Visit
  experiment: Experiment
  decisions: readonly Decision[]
}) {
  const words = texts[visit.lang].decisions
  const [newest, ...earlier] = decisions
  const may = mayDecide(visit, { experiment })
  if (!newest && experiment.frozenAt === null) return null
  return (
    <Section title={words.section.title} id="decision">
      {newest ? <DecisionPanel visit={visit} decision={newest} /> : <p>{words.section.none}</p>}
      {earlier.length > 0 && (
        <Details summary={words.section.earlier}>
          {earlier.map((decision) => (
            <DecisionPanel visit={visit} decision={decision} />
          ))}
        </Details>
      )}
      {may && (
        <ButtonRow>
          <ButtonLink
            href={visit.to('decide', { id: experiment.id })}
            kind={newest || experiment.state !== 'learning' ? 'secondary' : 'primary'}
          >
            {words.decide.link}
          </ButtonLink>
        </ButtonRow>
      )}
    </Section>
  )
}

function DecisionPanel({ visit, decision }: { visit: Visit; decision: Decision }) {
  const words = texts[visit.lang].decisions
  const title = words.section.decided(
    decision.stopReason === null
      ? capitalised(words.kinds[decision.kind])
      : words.learnedFirst(words.stopReasons[decision.stopReason]).replace(/\.$/, ''),
    formatDate(visit.lang, decision.decidedOn),
  )
  const moderation = texts[visit.lang].moderation
  if (decision.hidden)
    return (
      <Panel kind="learned" title={title}>
        <p class="muted">{moderation.hidden[decision.hidden.because]}</p>
      </Panel>
    )
  return (
    <Panel kind="learned" title={title}>
      <SummaryList
        rows={[
          { term: words.section.reasons, value: <Prose text={decision.reasons} /> },
          ...(decision.againstProposal
            ? [{ term: words.section.against, value: <Prose text={decision.againstProposal} /> }]
            : []),
          ...(decision.wouldChange
            ? [{ term: words.section.wouldChange, value: <Prose text={decision.wouldChange} /> }]
            : []),
        ]}
      />
      <QuietLink
        href={visit.to('report-text', { kind: 'decision', id: decision.id })}
        text={moderation.reportLink}
        about={moderation.kinds.decision}
      />
    </Panel>
  )
}

/** Where it lives now and the checks at 6 and 12 months. Nothing before a decision that lets it live on. */
export function FollowUpSection({
  visit,
  experiment,
  embedding,
  checks,
}: {
  visit: Visit
  experiment: Experiment
  embedding: Embedding | undefined
  checks: readonly Check[]
}) {
  const words = texts[visit.lang].decisions
  const may = mayFollowUp(visit, { experiment })
  const today = dayOf(visit.now)
  if (checks.length === 0 && !embedding) return null
  return (
    <Section title={words.embedding.title} id="follow-up">
      {embedding ? (
        <SummaryList
          rows={[
            { term: words.embedding.unit, value: embedding.unit },
            { term: words.embedding.owner, value: embedding.owner },
            ...(embedding.budgetLine
              ? [{ term: words.embedding.budgetLine, value: embedding.budgetLine }]
              : []),
            ...(embedding.instruction
              ? [{ term: words.embedding.instruction, value: embedding.instruction }]
              : []),
            {
              term: words.embedding.ticks,
              value: (
                [
                  embedding.inPractice && words.embedding.inPractice,
                  embedding.somethingNew && words.embedding.somethingNew,
                  embedding.answersProblem && words.embedding.answersProblem,
                ].filter(Boolean) as string[]
              ).join(' · '),
            },
          ].filter((row) => row.value !== '')}
        />
      ) : (
        <p>{words.embedding.unknown}</p>
      )}
      {may && (
        <p>
          <a href={visit.to('say-where-it-lives', { id: experiment.id })}>
            {embedding ? words.embedding.again : words.embedding.link}
          </a>
        </p>
      )}
      {checks.length > 0 && (
        <Section title={words.check.sectionTitle} level={3}>
          <SummaryList
            rows={checks.map((check) => ({
              term: words.check.title(check.months),
              value:
                check.answer && check.answeredOn
                  ? `${words.check.answered(words.check.answers[check.answer], formatDate(visit.lang, check.answeredOn))}${check.words ? `. ${check.words}` : ''}`
                  : check.dueOn < today
                    ? words.check.overdue(formatDate(visit.lang, check.dueOn))
                    : words.check.due(formatDate(visit.lang, check.dueOn)),
              action:
                may && check.answer === null
                  ? {
                      text: words.check.link,
                      href: visit.to('follow-up', { id: experiment.id, checkId: check.id }),
                      about: words.check.title(check.months),
                    }
                  : undefined,
            }))}
          />
        </Section>
      )}
    </Section>
  )
}
