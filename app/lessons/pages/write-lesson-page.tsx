import { z } from 'zod'
import { crumbsTo, type Experiment, ownExperiment, titleOf } from '../../experiments/index.ts'
import { choice, optionalText, requiredText } from '../../platform/web/fields.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  EditedTexts,
  ErrorSummary,
  Form,
  Lede,
  Notice,
  PageTitle,
  problemOf,
  RadioGroup,
} from '../../ui/index.ts'
import { lessonOfExperiment } from '../lesson-store.ts'
import { type Lesson, type LessonWords, textsOf, verdicts } from '../lesson.ts'
import { writeLesson } from '../write-lesson.ts'

interface WritingData {
  experiment: Experiment
  lesson: Lesson | undefined
}

/** Writing the lesson for the next municipality. */
export const writeLessonPage: FormPage<WritingData, LessonWords> = {
  load: async (visit) => {
    const experiment = await ownExperiment(visit)
    if (!experiment?.frozenAt) return undefined
    return { experiment, lesson: await lessonOfExperiment(visit.database, experiment.id) }
  },
  initial: ({ lesson }) => (lesson ? { ...textsOf(lesson), works: lesson.works } : {}),
  version: ({ lesson }) => lesson?.version ?? 0,
  form: (lang) => {
    const words = texts[lang].lessons.write
    return z.object({
      worked: requiredText(lang, words.workedMissing),
      didNotWork: requiredText(lang, words.didNotWorkMissing),
      surprised: requiredText(lang, words.surprisedMissing),
      conditions: requiredText(lang, words.conditionsMissing),
      works: choice(words.worksMissing, verdicts),
      inspired: optionalText(lang),
      wouldDoOtherwise: optionalText(lang),
    })
  },
  view: ({ visit, data: { experiment }, form }) => {
    const words = texts[visit.lang].lessons.write
    const labels = texts[visit.lang].lessons.card
    const { optional } = texts[visit.lang].form
    const fields = [
      { name: 'worked', label: labels.worked, hint: words.workedHint },
      { name: 'didNotWork', label: labels.didNotWork, hint: words.didNotWorkHint },
      { name: 'surprised', label: labels.surprised, hint: words.surprisedHint },
      { name: 'conditions', label: labels.conditions, hint: words.conditionsHint },
      { name: 'inspired', label: labels.inspired, optional },
      { name: 'wouldDoOtherwise', label: labels.wouldDoOtherwise, optional },
    ]
    return {
      title: words.title,
      hidden: true,
      breadcrumb: crumbsTo(visit, experiment, words.title),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={titleOf(visit.lang, experiment)}>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          <Form lang={visit.lang} submission={form.submission}>
            <EditedTexts lang={visit.lang} form={form} fields={fields} maxLength={2_000} />
            <RadioGroup
              name="works"
              legend={labels.works}
              inline
              value={form.values.get('works')}
              problem={problemOf(form.problems, 'works')}
              options={verdicts.map((value) => ({ value, label: labels.verdicts[value] }))}
            />
            <Notice kind="info">
              <p>{words.noNames}</p>
            </Notice>
            <ButtonRow>
              <Button>{words.button}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data: { experiment }, input, version }) => {
    if (!acting) throw new Error('a lesson has nobody behind it')
    const outcome = await writeLesson(database, {
      ...acting,
      experimentId: experiment.id,
      version,
      words: input,
    })
    if (!outcome.ok) return outcome
    return done({
      to: { name: 'lesson', parameters: { id: experiment.id } },
      notice: texts[visit.lang].lessons.write.saved,
    })
  },
}
