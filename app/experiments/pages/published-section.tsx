import { formatEuros, formatNumber } from '../../platform/format.ts'
import type { Lang } from '../../platform/language.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { type Child, Prose, Section, SummaryList, Table } from '../../ui/index.ts'
import { timeInWords } from '../experiment-in-words.ts'
import type { Experiment, PublishedRecord, Qualifier } from '../experiment.ts'

function figureInWords(
  lang: Lang,
  figure: { value: number; unit: string; qualifier: Qualifier | null },
): string {
  const words = texts[lang].experiments.published
  return [
    figure.qualifier && words.qualifiers[figure.qualifier],
    formatNumber(lang, figure.value),
    figure.unit,
  ]
    .filter((part) => part !== null && part !== '')
    .join(' ')
}

/** The result as figure and sentence; what is not known is said so. */
function resultInWords(lang: Lang, result: PublishedRecord['result']): Child {
  const unknown = texts[lang].experiments.unknown
  if (!result) return unknown
  const figure =
    result.value === null
      ? null
      : figureInWords(lang, {
          value: result.value,
          unit: result.unit?.[lang] ?? '',
          qualifier: result.qualifier,
        })
  const statement = result.statement?.[lang] ?? null
  if (figure === null && statement === null) return unknown
  return (
    <>
      {figure && (
        <p>
          <strong>{figure}</strong>
        </p>
      )}
      {statement && <p>{statement}</p>}
    </>
  )
}

function costInWords(lang: Lang, cost: PublishedRecord['cost']): string {
  const { unknown, published: words } = texts[lang].experiments
  if (!cost) return unknown
  const { fromEuros, toEuros } = cost
  const amount =
    fromEuros !== null && toEuros !== null
      ? fromEuros === toEuros
        ? formatEuros(lang, toEuros)
        : words.fromTo(formatEuros(lang, fromEuros), formatEuros(lang, toEuros))
      : toEuros !== null
        ? formatEuros(lang, toEuros)
        : fromEuros !== null
          ? formatEuros(lang, fromEuros)
          : unknown
  return cost.of ? `${amount} (${cost.of[lang]})` : amount
}

const siteOf = (address: string) => URL.parse(address)?.hostname.replace(/^www\./, '') ?? address

/** What public sources tell of an experiment, figure by figure with the source of each. Unknown is said in words. */
export function PublishedSection(props: { visit: Pick<Visit, 'lang'>; experiment: Experiment }) {
  const { lang } = props.visit
  const { published } = props.experiment
  if (!published) return null
  const all = texts[lang].experiments
  const words = all.published
  const outcome = props.experiment.outcome ?? 'unknown'
  return (
    <Section title={words.title} id="published">
      <SummaryList
        rows={[
          { term: words.measure, value: published.measure?.[lang] ?? all.unknown },
          { term: words.scale, value: published.scale?.[lang] ?? all.unknown },
          { term: words.result, value: resultInWords(lang, published.result) },
          { term: words.cost, value: costInWords(lang, published.cost) },
          { term: words.when, value: timeInWords(lang, props.experiment) },
          { term: words.outcome, value: all.outcomes[outcome] },
          ...(published.stopReason
            ? [
                {
                  term: words.stopReason,
                  value: `${all.stopReasons[published.stopReason.kind]}. ${published.stopReason.words[lang]}`,
                },
              ]
            : []),
          ...(published.notes ? [{ term: words.notes, value: <Prose text={published.notes[lang]} /> }] : []),
        ]}
      />
      {published.figures.length > 0 && (
        <Table
          caption={words.figures}
          rowHeaders
          columns={[
            { text: words.figure },
            { text: words.value },
            { text: words.period },
            { text: words.kind },
            { text: words.source },
          ]}
          rows={published.figures.map((figure) => [
            figure.series[lang],
            figureInWords(lang, {
              value: figure.value,
              unit: figure.unit[lang],
              qualifier: figure.qualifier,
            }),
            figure.period?.[lang] ?? all.unknown,
            words.arms[figure.arm],
            <a href={figure.source} rel="noreferrer">
              {siteOf(figure.source)}
            </a>,
          ])}
        />
      )}
      <h3>{words.sources}</h3>
      <ul>
        {published.sources.map((source) => (
          <li>
            <a href={source} rel="noreferrer">
              {siteOf(source)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
