import { formatDate } from '../../platform/format.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Details, Prose, Section, Timeline } from '../../ui/index.ts'
import type { DiaryEntry } from '../diary-store.ts'

const shownAtOnce = 5

function entriesOf(lang: Visit['lang'], entries: readonly DiaryEntry[], names: ReadonlyMap<string, string>) {
  const words = texts[lang].experiments.diary
  return entries.map((entry) => ({
    date: formatDate(lang, entry.day),
    title: (entry.personId !== null && names.get(entry.personId)) || words.entry,
    children: entry.removedAt ? <p class="muted">{words.wasTakenAway}</p> : <Prose text={entry.text} />,
  }))
}

/** The diary, newest first: five entries at once, older ones unfolded. `names` of the writers only for those who may see them. */
export function DiarySection(props: {
  visit: Pick<Visit, 'lang'>
  entries: readonly DiaryEntry[]
  names?: ReadonlyMap<string, string>
}) {
  const { lang } = props.visit
  const words = texts[lang].experiments.diary
  const all = entriesOf(lang, props.entries, props.names ?? new Map())
  const older = all.slice(shownAtOnce)
  return (
    <Section title={words.title} id="diary">
      {all.length === 0 ? (
        <p class="muted">{words.empty}</p>
      ) : (
        <Timeline entries={all.slice(0, shownAtOnce)} />
      )}
      {older.length > 0 && (
        <Details summary={words.more(older.length)}>
          <Timeline entries={older} />
        </Details>
      )}
    </Section>
  )
}
