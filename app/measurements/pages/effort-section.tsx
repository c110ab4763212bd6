import { formatDate, formatEuros, formatHours } from '../../platform/format.ts'
import type { Lang } from '../../platform/language.ts'
import { texts } from '../../texts/index.ts'
import { type Child, Section, Table } from '../../ui/index.ts'
import type { Effort, EffortEntry } from '../effort-store.ts'

/** Hours and euros by day. `action` makes the last cell of a row, where the reader may change something. */
export function EffortTable({
  lang,
  entries,
  action,
}: {
  lang: Lang
  entries: readonly EffortEntry[]
  action?: (entry: EffortEntry) => Child
}) {
  const words = texts[lang].measurements
  return (
    <Table
      caption={words.effort.caption}
      rowHeaders
      columns={[
        { text: words.day },
        { text: words.effort.what },
        { text: words.effort.hours, numeric: true },
        { text: words.effort.euros, numeric: true },
        ...(action ? [{ text: words.list.action }] : []),
      ]}
      rows={entries.map((entry) => [
        formatDate(lang, entry.day),
        entry.what,
        entry.hours > 0 ? formatHours(lang, entry.hours) : '',
        entry.euros > 0 ? formatEuros(lang, entry.euros) : '',
        ...(action ? [action(entry)] : []),
      ])}
    />
  )
}

/** What an experiment has taken, in one sentence, for its page. Nothing told is said, not counted as 0. */
export function EffortSection({ lang, effort }: { lang: Lang; effort: Effort | undefined }) {
  const words = texts[lang].measurements.effort
  return (
    <Section title={words.sectionTitle} level={3}>
      <p>
        {effort
          ? words.total(formatHours(lang, effort.hours), formatEuros(lang, effort.euros))
          : words.noneYet}
      </p>
    </Section>
  )
}
