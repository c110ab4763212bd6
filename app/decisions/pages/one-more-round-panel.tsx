import { findingInWords } from '@uskalla/evidence'
import type { Measure } from '../../experiments/index.ts'
import { formatEuros, formatHours, formatNumber } from '../../platform/format.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Details, Panel, SummaryList } from '../../ui/index.ts'
import type { OneMoreRound } from '../one-more-round.ts'

/** Euros that are only an estimate: whole ones from ten up. */
function aboutEuros(lang: Visit['lang'], euros: number): string {
  return formatEuros(lang, euros >= 10 ? Math.round(euros) : Math.round(euros * 100) / 100)
}

/** What one more round would cost in weeks and euros and what knowing more is worth, with its reasoning; what is not known is said so. */
export function OneMoreRoundPanel({
  visit,
  measure,
  round,
}: {
  visit: Visit
  measure: Measure
  round: OneMoreRound
}) {
  const { lang } = visit
  const words = texts[lang].oneMoreRound
  const unit = measure.kind === 'number' && measure.unit !== '' ? measure.unit : words.onePoint
  const costs = [
    ...(round.euros > 0 || round.hours === 0 ? [formatEuros(lang, round.euros)] : []),
    ...(round.hours > 0 ? [formatHours(lang, round.hours)] : []),
  ].join(words.and)
  const { probabilityWorthwhile: chance } = round
  return (
    <Panel kind="know" title={words.title}>
      <p>{words.takes(round.weeks === null ? null : formatNumber(lang, round.weeks), costs)}</p>
      {round.unknown && <p>{words.unknown[round.unknown]}</p>}
      {chance !== null && <p>{words.now(formatNumber(lang, Math.round(10 * chance)))}</p>}
      {round.worth !== null && round.cost !== null && round.weeks !== null ? (
        findingInWords(
          lang,
          { kind: 'more-data', units: round.weeks, cost: round.cost, worth: round.worth },
          { lead: '', unit: words.weeks },
        ).map((sentence) => <p>{sentence}</p>)
      ) : round.worth !== null ? (
        <p>{words.worthOnly(aboutEuros(lang, round.worth))}</p>
      ) : round.paysFrom !== null ? (
        <>
          <p>{words.noPrice(unit)}</p>
          <p>{words.paysFrom(unit, aboutEuros(lang, round.paysFrom))}</p>
        </>
      ) : round.unknown === null ? (
        <p>{words.noPrice(unit)}</p>
      ) : null}
      {round.cost === null && <p>{words.noHourPrice}</p>}
      {round.worthInUnits !== null && (
        <Details summary={words.how}>
          <p>{words.reasoning}</p>
          <SummaryList
            rows={[
              {
                term: words.breakEven,
                value: `${formatNumber(lang, measure.smallestWorthwhile ?? 0)} ${unit}`,
              },
              { term: words.inUnits, value: `${formatNumber(lang, round.worthInUnits, 2)} ${unit}` },
              ...(round.paysFrom === null
                ? []
                : [{ term: words.paysFromTerm(unit), value: aboutEuros(lang, round.paysFrom) }]),
            ]}
          />
        </Details>
      )}
    </Panel>
  )
}
