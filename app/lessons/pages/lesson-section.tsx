import type { Experiment } from '../../experiments/index.ts'
import { formatDate } from '../../platform/format.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { ButtonLink, ButtonRow, Panel, Prose, QuietLink, Section } from '../../ui/index.ts'
import { mayWriteLesson } from '../lesson-policy.ts'
import type { Lesson } from '../lesson.ts'

/** The card of a lesson: what worked, what did not, what surprised, what it takes elsewhere. */
export function LessonCard({ visit, lesson }: { visit: Visit; lesson: Lesson }) {
  const words = texts[visit.lang].lessons.card
  const { hidden: because, reportLink, kinds } = texts[visit.lang].moderation
  if (lesson.hidden)
    return (
      <Panel kind="plain">
        <p class="muted">{because[lesson.hidden.because]}</p>
      </Panel>
    )
  const parts: [string, string | null][] = [
    [words.worked, lesson.worked],
    [words.didNotWork, lesson.didNotWork],
    [words.surprised, lesson.surprised],
    [words.conditions, lesson.conditions],
    [words.inspired, lesson.inspired],
    [words.wouldDoOtherwise, lesson.wouldDoOtherwise],
  ]
  return (
    <Panel kind="learned">
      <p>
        <strong>{words.works}</strong> {words.verdicts[lesson.works]}
      </p>
      <div lang={lesson.language}>
        {parts.map(([title, text]) =>
          text ? (
            <section>
              <h3 lang={visit.lang}>{title}</h3>
              <Prose text={text} />
            </section>
          ) : null,
        )}
      </div>
      <p class="muted">{words.written(formatDate(visit.lang, lesson.writtenAt))}</p>
      <QuietLink
        href={visit.to('report-text', { kind: 'lesson', id: lesson.experimentId })}
        text={reportLink}
        about={kinds.lesson}
      />
    </Panel>
  )
}

/** The lesson on the page of its experiment, with a way to write it for those who may. Nothing before the trial has begun. */
export function LessonSection({
  visit,
  experiment,
  lesson,
}: {
  visit: Visit
  experiment: Experiment
  lesson: Lesson | undefined
}) {
  const words = texts[visit.lang].lessons
  const may = mayWriteLesson(visit, { experiment })
  if (experiment.origin === 'published' || experiment.frozenAt === null) return null
  return (
    <Section title={texts[visit.lang].lessons.title} id="lesson">
      {lesson ? <LessonCard visit={visit} lesson={lesson} /> : <p>{words.page.none}</p>}
      {may && (
        <ButtonRow>
          <ButtonLink kind="secondary" href={visit.to('write-lesson', { id: experiment.id })}>
            {lesson ? words.write.again : words.write.link}
          </ButtonLink>
        </ButtonRow>
      )}
    </Section>
  )
}
