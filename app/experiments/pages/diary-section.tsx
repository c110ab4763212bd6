import { formatDate } from '../../platform/format.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Details, Prose, QuietLink, Section, Timeline } from '../../ui/index.ts'
import type { DiaryEntry } from '../diary-store.ts'

const shownAtOnce = 5

/** The text of an entry, or why it is not there. */
export function EntryText({ visit, entry }: { visit: Pick<Visit, 'lang' | 'to'>; entry: DiaryEntry }) {
  const words = texts[visit.lang]
  if (entry.hidden) return <p class="muted">{words.moderation.hidden[entry.hidden.because]}</p>
  if (entry.removedAt) return <p class="muted">{words.experiments.diary.wasTakenAway}</p>
  return <Prose text={entry.text} />
}

function entriesOf(
  visit: Pick<Visit, 'lang' | 'to'>,
  entries: readonly DiaryEntry[],
  names: ReadonlyMap<string, string>,
) {
  const { lang } = visit
  const words = texts[lang].experiments.diary
  return entries.map((entry) => ({
    date: formatDate(lang, entry.day),
    title: (entry.personId !== null && names.get(entry.personId)) || words.entry,
    children: (
      <>
        <EntryText visit={visit} entry={entry} />
        {!entry.hidden && !entry.removedAt && (
          <QuietLink
            href={visit.to('report-text', { kind: 'diary', id: entry.id })}
            text={texts[lang].moderation.reportLink}
            about={formatDate(lang, entry.day)}
          />
        )}
      </>
    ),
  }))
}

/** The diary, newest first: five entries at once, older ones unfolded. `names` of the writers only for those who may see them. */
export function DiarySection(props: {
  visit: Pick<Visit, 'lang' | 'to'>
  entries: readonly DiaryEntry[]
  names?: ReadonlyMap<string, string>
}) {
  const { lang } = props.visit
  const words = texts[lang].experiments.diary
  const all = entriesOf(props.visit, props.entries, props.names ?? new Map())
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
