import { z } from 'zod'
import { measureOf, titleOf, unitsOf } from '../../experiments/index.ts'
import { choice, sentFile } from '../../platform/web/fields.ts'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  FileField,
  fieldsOf,
  Form,
  Lede,
  PageTitle,
  problemOf,
  Select,
} from '../../ui/index.ts'
import { readExperimentToMeasure, type ToMeasure } from '../read-measurements.ts'
import { takeInFile } from '../take-in-file.ts'
import { experimentCrumbs } from './experiment-crumbs.ts'

/** The largest file of measurements, in bytes. */
const largestFileBytes = 10_000_000

/** Sending a file of measurements; what is in it is shown on the next page, before anything is stored. */
export const importMeasurementsPage: FormPage<ToMeasure, { measure: string }> = {
  limit: 'upload',
  file: { field: 'file', mostBytes: largestFileBytes },
  load: readExperimentToMeasure,
  initial: ({ experiment }) => ({ measure: experiment.plan.measures[0]?.id }),
  form: (lang, { experiment }) =>
    z.object({
      measure: choice(
        texts[lang].measurements.measureMissing,
        experiment.plan.measures.map((measure) => measure.id),
      ),
      file: sentFile,
    }),
  view: ({ visit, data: { experiment }, form }) => {
    const words = texts[visit.lang].tableFiles
    return {
      title: words.title,
      hidden: true,
      breadcrumb: experimentCrumbs(
        visit,
        experiment,
        { text: texts[visit.lang].measurements.title, href: visit.to('measurements', { id: experiment.id }) },
        { text: words.title },
      ),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={titleOf(visit.lang, experiment)}>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          <Form lang={visit.lang} submission={form.submission} takesFile>
            <Select
              {...fieldsOf(form)('measure')}
              label={words.measure}
              options={experiment.plan.measures.map((measure) => ({
                value: measure.id,
                label: measure.unit === '' ? measure.name : `${measure.name} (${measure.unit})`,
              }))}
            />
            <FileField
              name="file"
              label={words.file}
              hint={unitsOf(experiment.plan).length > 0 ? words.across.fileHint : words.fileHint}
              problem={problemOf(form.problems, 'file')}
              accept=".xlsx,.csv,.txt"
            />
            <ButtonRow>
              <Button>{words.send}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data: { experiment }, input, values }) => {
    const measure = measureOf(experiment.plan, input.measure)
    if (!acting || !measure) throw new Error('a file has nobody or nothing behind it')
    if (!values.file) return refuse('file', texts[visit.lang].tableFiles.fileMissing)
    const taken = await takeInFile(database, {
      ...acting,
      experimentId: experiment.id,
      measure,
      file: values.file,
    })
    if (!taken.ok) return taken
    return done({ to: { name: 'import-file', parameters: { id: experiment.id, fileId: taken.value.id } } })
  },
}
