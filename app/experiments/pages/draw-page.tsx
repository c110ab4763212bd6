import { formatDate, formatMoment } from '../../platform/format.ts'
import type { Lang } from '../../platform/language.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Lede, PageTitle, Section, SummaryList, Table } from '../../ui/index.ts'
import { assignmentOf } from '../assignment.ts'
import { numberInDraw, versionOfTime } from '../draw.ts'
import { type Draw, drawOf } from '../draw-store.ts'
import { type Experiment, titleOf } from '../experiment.ts'
import { inGroups } from '../plan-document.ts'
import { ownExperiment, type WithExperiment } from './load-experiment.ts'
import { crumbsTo } from './plan-crumbs.ts'

interface DrawData extends WithExperiment {
  draw: Draw
}

/** What was drawn, in the drawn order, with what it means: who tries, when they start, which version is in use. */
function resultOf(lang: Lang, experiment: Experiment, draw: Draw, thing: string): string {
  const words = texts[lang].experiments.draw
  const { plan } = experiment
  if (plan.design?.kind === 'two_versions') return versionOfTime(plan, draw.order).get(thing) ?? ''
  const assignment = assignmentOf(plan, draw.order)
  const start = assignment?.startOf[thing]
  if (start === undefined) return words.asBefore
  return plan.design?.kind === 'staggered' ? words.starts(formatDate(lang, start)) : words.tries
}

/** The draw of an experiment, open to anyone who may know of it, with everything that is needed to repeat it. */
export const drawPage: ReadPage<DrawData> = {
  load: async (visit) => {
    const experiment = await ownExperiment(visit)
    const draw = experiment && (await drawOf(visit.database, experiment.id))
    return draw && { experiment, draw }
  },
  view: ({ visit, data: { experiment, draw } }) => {
    const words = texts[visit.lang].experiments.draw
    const byTime = experiment.plan.design?.kind === 'two_versions'
    const named = (thing: string) => (byTime ? formatDate(visit.lang, thing) : thing)
    const [first = ''] = draw.order
    // Times are looked up by their dates, places by the order in which they were drawn.
    const shown = byTime ? draw.order.toSorted() : draw.order
    return {
      title: `${words.title}: ${titleOf(visit.lang, experiment)}`,
      breadcrumb: crumbsTo(visit, experiment, words.title),
      body: (
        <>
          <PageTitle caption={titleOf(visit.lang, experiment)}>{words.title}</PageTitle>
          <Lede>{words.lede(formatMoment(visit.lang, draw.drawnAt))}</Lede>
          <Table
            caption={words.caption}
            columns={[
              { text: words.rank, numeric: true },
              { text: byTime ? words.time : words.thing },
              { text: words.result },
              { text: words.number },
            ]}
            rows={shown.map((thing) => [
              draw.order.indexOf(thing) + 1,
              named(thing),
              resultOf(visit.lang, experiment, draw, thing),
              <code>{numberInDraw(draw.seed, draw.planFingerprint, thing).slice(0, 12)}…</code>,
            ])}
          />
          <Section title={words.howTitle}>
            <ol>
              {words.how.map((step) => (
                <li>{step}</li>
              ))}
            </ol>
            <SummaryList
              rows={[
                { term: words.committed, value: formatMoment(visit.lang, draw.committedAt) },
                {
                  term: words.commitment,
                  value: <code class="fingerprint">{inGroups(draw.commitment).join(' ')}</code>,
                },
                { term: words.seed, value: <code class="fingerprint">{inGroups(draw.seed).join(' ')}</code> },
                {
                  term: words.fingerprint,
                  value: <code class="fingerprint">{inGroups(draw.planFingerprint).join(' ')}</code>,
                },
              ]}
            />
          </Section>
          <Section title={words.repeatTitle}>
            <p>{words.repeatSeed}</p>
            <pre tabindex={0}>{`printf '%s' '${draw.seed}' | sha256sum`}</pre>
            <p>{words.repeatNumber(named(first))}</p>
            <pre
              tabindex={0}
            >{`printf '%s' '${draw.seed} ${draw.planFingerprint} ${first.replaceAll("'", `'\\''`)}' | sha256sum`}</pre>
          </Section>
        </>
      ),
    }
  },
}
