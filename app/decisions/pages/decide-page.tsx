import { z } from 'zod'
import { crumbsTo, type Experiment, ownExperiment, stopReasons, titleOf } from '../../experiments/index.ts'
import { BeingWorkedOut, type Coverage, coverageNow } from '../../evaluations/index.ts'
import { type Effort, effortOf } from '../../measurements/index.ts'
import { choice, optionalChoice, optionalText, requiredText } from '../../platform/web/fields.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  Form,
  Lede,
  Notice,
  PageTitle,
  fieldsOf,
  RadioGroup,
  TextArea,
} from '../../ui/index.ts'
import { decide, type DecisionInput, isNotYet, proposalFor } from '../decide.ts'
import { kindsOpenTo } from '../decision-policy.ts'
import type { DecisionKind } from '../decision.ts'
import { oneMoreRound } from '../one-more-round.ts'
import { OneMoreRoundPanel } from './one-more-round-panel.tsx'
import { ProposalPanel } from './proposal-panel.tsx'

interface DecideData {
  experiment: Experiment
  proposed: Awaited<ReturnType<typeof proposalFor>>
  open: DecisionKind[]
  coverage: Coverage
  effort: Effort | undefined
}

/** Deciding after the trial: the rule proposes, a person decides with reasons. */
export const decidePage: FormPage<DecideData, DecisionInput> = {
  load: async (visit) => {
    const experiment = await ownExperiment(visit)
    if (!experiment?.frozenAt) return undefined
    return {
      experiment,
      proposed: await proposalFor(visit.database, experiment, visit.now),
      open: kindsOpenTo(visit, experiment),
      coverage: await coverageNow(visit.database, experiment, visit.now),
      effort: (await effortOf(visit.database, [experiment.id])).get(experiment.id),
    }
  },
  form: (lang, { open }) => {
    const words = texts[lang].decisions.decide
    return z.object({
      kind: choice(words.kindMissing, open),
      reasons: requiredText(lang, words.reasonsMissing, 2_000),
      stopReason: optionalChoice(lang, stopReasons),
      againstProposal: optionalText(lang, 1_000),
      wouldChange: optionalText(lang, 1_000),
    })
  },
  view: ({ visit, data: { experiment, proposed, open, coverage, effort }, form }) => {
    const words = texts[visit.lang].decisions
    const field = fieldsOf(form)
    return {
      title: words.decide.title,
      hidden: true,
      breadcrumb: crumbsTo(visit, experiment, words.decide.title),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={titleOf(visit.lang, experiment)}>{words.decide.title}</PageTitle>
          <Lede>{words.decide.lede}</Lede>
          {coverage === 'open' && isNotYet(proposed) ? (
            <BeingWorkedOut
              visit={visit}
              again={visit.to('decide', { id: experiment.id })}
              trouble={proposed.trouble}
            />
          ) : coverage === 'open' && !isNotYet(proposed) ? (
            <>
              <ProposalPanel visit={visit} experiment={experiment} proposed={proposed} />
              {proposed?.proposal === 'adapt' && (
                <OneMoreRoundPanel
                  visit={visit}
                  measure={proposed.measure}
                  round={oneMoreRound(experiment.plan, proposed.measure, proposed.analysis, effort)}
                />
              )}
            </>
          ) : (
            <Notice kind="info" title={texts[visit.lang].evaluations.covered.title}>
              <p>
                <a href={visit.to('evaluation', { id: experiment.id })}>
                  {texts[visit.lang].evaluations.section.link}
                </a>
              </p>
            </Notice>
          )}
          {!open.includes('spread') && (
            <Notice kind="info">
              <p>{words.decide.ownWorkNote}</p>
            </Notice>
          )}
          <Form lang={visit.lang} submission={form.submission}>
            <RadioGroup
              {...field('kind')}
              legend={words.decide.kind}
              options={open.map((kind) => ({
                value: kind,
                label: words.kinds[kind],
                hint: words.kindHints[kind],
              }))}
            />
            <TextArea
              {...field('reasons')}
              lang={visit.lang}
              label={words.decide.reasons}
              hint={words.decide.reasonsHint}
              maxLength={2_000}
            />
            <RadioGroup
              {...field('stopReason')}
              legend={words.decide.stopReason}
              hint={words.decide.stopReasonHint}
              options={stopReasons.map((reason) => ({ value: reason, label: words.stopReasons[reason] }))}
            />
            <TextArea
              {...field('againstProposal')}
              lang={visit.lang}
              label={words.decide.against}
              hint={words.decide.againstHint}
              maxLength={1_000}
            />
            <TextArea
              {...field('wouldChange')}
              lang={visit.lang}
              label={words.decide.wouldChange}
              hint={words.decide.wouldChangeHint}
              maxLength={1_000}
            />
            <ButtonRow>
              <Button>{words.decide.button}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data: { experiment }, input }) => {
    if (!acting) throw new Error('a decision has nobody behind it')
    const path = visit.to('experiment', { id: experiment.id })
    const outcome = await decide(database, {
      ...acting,
      ...input,
      experimentId: experiment.id,
      experimentAddress: visit.absolute(path),
    })
    if (!outcome.ok) return outcome
    return done({ to: { path }, notice: texts[visit.lang].decisions.decide.saved })
  },
}
