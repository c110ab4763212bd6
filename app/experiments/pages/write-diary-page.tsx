import { z } from 'zod'
import { dayForInput, dayOf, formatDate } from '../../platform/format.ts'
import { requiredDay, requiredText } from '../../platform/web/fields.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  DateField,
  ErrorSummary,
  Form,
  Lede,
  Notice,
  PageTitle,
  problemOf,
  Section,
  TextArea,
} from '../../ui/index.ts'
import { type DiaryEntry, diaryOf } from '../diary-store.ts'
import { EntryText } from './diary-section.tsx'
import { type Experiment, titleOf } from '../experiment.ts'
import { takeAwayDiaryEntry, writeDiary } from '../write-diary.ts'
import { ownExperiment } from './load-experiment.ts'
import { namesFor } from './names-for.ts'
import { crumbsTo } from './plan-crumbs.ts'

interface DiaryData {
  experiment: Experiment
  entries: DiaryEntry[]
  names: Map<string, string>
}

type DiaryInput = { kind: 'write'; day: string; text: string } | { kind: 'take-away'; entryId: string }

/** Writing a short entry into the diary; taking the words of an earlier one away. */
export const writeDiaryPage: FormPage<DiaryData, DiaryInput> = {
  load: async (visit) => {
    const experiment = await ownExperiment(visit)
    if (!experiment) return undefined
    const entries = await diaryOf(visit.database, experiment.id)
    return {
      experiment,
      entries,
      names: await namesFor(
        visit,
        experiment,
        entries.map((entry) => entry.personId),
      ),
    }
  },
  initial: (_, visit) => ({ day: dayForInput(dayOf(visit.now)) }),
  form: (lang, { entries }) => {
    const words = texts[lang].experiments.diary
    const written = z.object({
      day: requiredDay(lang, words.dayMissing),
      text: requiredText(lang, words.textMissing, 1_000),
    })
    return z
      .object({
        takeAway: z.string().optional().catch(undefined),
        day: z.unknown().optional(),
        text: z.unknown().optional(),
      })
      .transform((entry, context): DiaryInput => {
        const known = entries.find((one) => one.id === entry.takeAway)
        if (known) return { kind: 'take-away', entryId: known.id }
        const parsed = written.safeParse(entry)
        if (parsed.success) return { kind: 'write', ...parsed.data }
        for (const issue of parsed.error.issues)
          context.addIssue({ code: 'custom', path: [...issue.path], message: issue.message })
        return z.NEVER
      })
  },
  view: ({ visit, data: { experiment, entries, names }, form }) => {
    const words = texts[visit.lang].experiments.diary
    return {
      title: words.write,
      hidden: true,
      scripts: ['character-count'],
      breadcrumb: crumbsTo(visit, experiment, words.write),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={titleOf(visit.lang, experiment)}>{words.write}</PageTitle>
          <Lede>{words.lede}</Lede>
          {experiment.frozenAt ? (
            <Form lang={visit.lang} submission={form.submission}>
              <TextArea
                name="text"
                label={words.text}
                hint={words.textHint}
                rows={4}
                lang={visit.lang}
                maxLength={1_000}
                value={form.values.get('text')}
                problem={problemOf(form.problems, 'text')}
              />
              <DateField
                name="day"
                lang={visit.lang}
                label={words.day}
                value={form.values.get('day')}
                problem={problemOf(form.problems, 'day')}
              />
              <ButtonRow>
                <Button>{words.add}</Button>
              </ButtonRow>
            </Form>
          ) : (
            <Notice kind="info">
              <p>{words.notStarted}</p>
            </Notice>
          )}
          {entries.length > 0 && (
            <Section title={words.earlier}>
              <Form
                lang={visit.lang}
                submission={{ key: form.submission.key, token: form.submission.token }}
                id="earlier"
              >
                <ul class="plain-list">
                  {entries.map((entry) => (
                    <li>
                      <p class="muted">
                        {[formatDate(visit.lang, entry.day), entry.personId && names.get(entry.personId)]
                          .filter(Boolean)
                          .join(' · ')}
                      </p>
                      <EntryText visit={visit} entry={entry} />
                      {!entry.removedAt && !entry.hidden && (
                        <Button kind="quiet" name="takeAway" value={entry.id}>
                          {words.takeAway}
                          <span class="visually-hidden"> {formatDate(visit.lang, entry.day)}</span>
                        </Button>
                      )}
                    </li>
                  ))}
                </ul>
              </Form>
            </Section>
          )}
        </>
      ),
    }
  },
  submit: async (database, { visit, acting, data, input }) => {
    if (!acting) throw new Error('a diary is written by somebody')
    const words = texts[visit.lang].experiments.diary
    const { id } = data.experiment
    const outcome =
      input.kind === 'write'
        ? await writeDiary(database, { ...acting, id, day: input.day, text: input.text })
        : await takeAwayDiaryEntry(database, { ...acting, id, entryId: input.entryId })
    if (!outcome.ok) return outcome
    return input.kind === 'write'
      ? done({ to: { name: 'experiment', parameters: { id } }, notice: words.added })
      : done({ to: { name: 'write-diary', parameters: { id } }, notice: words.takenAway })
  },
}
