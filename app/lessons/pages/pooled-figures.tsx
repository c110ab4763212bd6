import { checkText, decimalsFor } from '@uskalla/evidence'
import { type Experiment, mainMeasure } from '../../experiments/index.ts'
import { formatNumber } from '../../platform/format.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Details, ForestChart, Section } from '../../ui/index.ts'
import { poolFigures } from '../pool-figures.ts'

/** Published figures of several units put together, with a forest plot. Nothing where there are too few to pool. */
export function PooledFigures({ visit, experiment }: { visit: Visit; experiment: Experiment }) {
  const { lang } = visit
  const words = texts[lang].pooling.figures
  const pooled = experiment.published && poolFigures(experiment.published)
  if (!pooled) return null
  const { units, result, spreadWithin } = pooled
  const unit = pooled.unit[lang]
  const decimals = decimalsFor(result.high - result.low)
  const amount = (value: number) => `${formatNumber(lang, value, decimals)}\u00a0${unit}`
  const all = units.reduce((sum, own) => sum + own.values.length, 0)
  const measure = experiment.published?.measure?.[lang] ?? ''
  return (
    <Section title={words.title} id="together">
      <p class="finding-first">
        {words.mean(amount(result.effect), amount(result.low), amount(result.high), units.length)}
      </p>
      {result.low <= 0 && result.high >= 0 && <p>{words.maybeNothing}</p>}
      <p>{words.within(amount(spreadWithin))}</p>
      <p>{words.noComparison}</p>
      <p>{words.tooFew(units.length)}</p>
      <ForestChart
        lang={lang}
        title={measure}
        sentence={words.sentence}
        unit={unit}
        rowName={words.unit}
        rows={units.map((own) => ({
          name: own.name[lang],
          estimate: own.mean,
          low: Math.min(...own.values),
          high: Math.max(...own.values),
          weight: own.values.length / all,
        }))}
        together={{
          name: texts[lang].pooling.together,
          estimate: result.effect,
          low: result.low,
          high: result.high,
        }}
        next={null}
        better={mainMeasure(experiment.plan)?.direction ?? 'up'}
        decimals={decimals}
      />
      {result.checks.length > 0 && (
        <Details summary={texts[lang].pooling.checks} open>
          <ul>
            {result.checks.map((check) => (
              <li>{checkText(lang, check)}</li>
            ))}
          </ul>
        </Details>
      )}
    </Section>
  )
}
