import {
  ExperimentTags,
  crumbsTo,
  mayWorkOnExperiment,
  ownExperiment,
  titleOf,
} from '../../experiments/index.ts'
import { dayOf, formatDate, formatMoment } from '../../platform/format.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { ButtonLink, ButtonRow, Details, Notice, PageTitle, Section } from '../../ui/index.ts'
import { dataFingerprint } from '../data-fingerprint.ts'
import { mayRecordFinding } from '../evaluation-policy.ts'
import { type Evaluation, readEvaluation } from '../read-evaluation.ts'
import { BundleSection } from './bundle-section.tsx'
import { CoverageNote, EvidenceLevel, MeasureResult, RecordedNote } from './finding-section.tsx'
import { ExplorationsSection } from './explorations-section.tsx'
import { LooksSection } from './looks-section.tsx'
import { MeanwhileSection } from './meanwhile.tsx'
import { PredictedAndHappened } from './predicted-and-happened.tsx'

/** The result of a trial: prediction beside what happened, every measure with its chart, and what cannot be told. */
export const evaluationPage: ReadPage<Evaluation> = {
  load: async (visit) => {
    const experiment = await ownExperiment(visit)
    if (!experiment || (experiment.frozenAt === null && !mayWorkOnExperiment(visit, experiment)))
      return undefined
    return readEvaluation(visit.database, experiment, visit.now)
  },
  view: ({ visit, data }) => {
    const { experiment, byMeasure, recorded } = data
    const words = texts[visit.lang].evaluations
    const [main, ...others] = experiment.plan.measures
    const mainFinding = main && byMeasure.get(main.id)
    const underWay = experiment.state === 'running' || experiment.state === 'paused'
    return {
      title: words.pageTitle(titleOf(visit.lang, experiment)),
      breadcrumb: crumbsTo(visit, experiment, words.title),
      body: (
        <>
          <PageTitle
            caption={titleOf(visit.lang, experiment)}
            tag={<ExperimentTags lang={visit.lang} experiment={experiment} />}
          >
            {words.title}
          </PageTitle>
          {underWay && (
            <Notice kind="info">
              <p>
                {experiment.endsOn !== null && experiment.endsOn >= dayOf(visit.now)
                  ? words.underWay(formatDate(visit.lang, experiment.endsOn))
                  : words.underWayOpen}
              </p>
            </Notice>
          )}
          <CoverageNote visit={visit} evaluation={data} />
          <PredictedAndHappened visit={visit} evaluation={data} />
          <RecordedNote visit={visit} evaluation={data} />
          {main && mainFinding && data.coverage !== 'covered' && (
            <Section title={main.name}>
              <MeasureResult visit={visit} evaluation={data} measure={main} finding={mainFinding} />
            </Section>
          )}
          <LooksSection visit={visit} evaluation={data} />
          <EvidenceLevel visit={visit} evaluation={data} measure={main} finding={mainFinding} />
          {others.length > 0 && data.coverage !== 'covered' && (
            <Section title={words.otherMeasures}>
              {others.map((measure) => {
                const finding = byMeasure.get(measure.id)
                return finding ? (
                  <Section title={measure.name} level={3}>
                    <MeasureResult visit={visit} evaluation={data} measure={measure} finding={finding} />
                  </Section>
                ) : null
              })}
            </Section>
          )}
          <ExplorationsSection visit={visit} evaluation={data} />
          <MeanwhileSection visit={visit} evaluation={data} />
          <Details summary={words.fold.title}>
            <p>{words.fold.text}</p>
            {data.kept && (
              <p>
                {words.fold.engine(
                  data.kept.engineVersion,
                  data.kept.seed,
                  formatMoment(visit.lang, data.kept.computedAt),
                )}
              </p>
            )}
            {experiment.planFingerprint !== null && (
              <p>
                {words.fold.plan}: <code>{experiment.planFingerprint}</code>
              </p>
            )}
            <p>
              {words.fold.fingerprint}: <code>{dataFingerprint(data.observations)}</code>
            </p>
          </Details>
          <BundleSection visit={visit} evaluation={data} />
          {mayRecordFinding(visit, data) && (
            <ButtonRow>
              <ButtonLink href={visit.to('record-finding', { id: experiment.id })}>
                {recorded ? words.record.again : words.record.link}
              </ButtonLink>
              <ButtonLink kind="quiet" href={visit.to('note-event', { id: experiment.id })}>
                {texts[visit.lang].events.link}
              </ButtonLink>
            </ButtonRow>
          )}
        </>
      ),
    }
  },
}
