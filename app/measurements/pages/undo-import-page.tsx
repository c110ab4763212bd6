import { z } from 'zod'
import type { Experiment } from '../../experiments/index.ts'
import { addDays, dayOf, formatDate, formatMoment } from '../../platform/format.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Button, ButtonRow, ErrorSummary, Form, Lede, PageTitle } from '../../ui/index.ts'
import { readingsInWords } from '../file-row-words.ts'
import { undoImport } from '../import-table.ts'
import { daysToUndo, type Import } from '../observation-store.ts'
import { readOneImport } from '../read-measurements.ts'
import { experimentCrumbs } from './experiment-crumbs.ts'

/** Taking a whole pasted table or file away again. */
export const undoImportPage: FormPage<{ experiment: Experiment; pasted: Import }, Record<string, never>> = {
  load: readOneImport,
  form: () => z.object({}),
  view: ({ visit, data: { experiment, pasted }, form }) => {
    const words = texts[visit.lang].measurements
    const { undoTitle, undoUntil } = texts[visit.lang].tableFiles
    const title = undoTitle[pasted.way]
    const until = addDays(dayOf(pasted.importedAt), daysToUndo)
    return {
      title,
      hidden: true,
      breadcrumb: experimentCrumbs(
        visit,
        experiment,
        { text: words.title, href: visit.to('measurements', { id: experiment.id }) },
        { text: title },
      ),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle>{title}</PageTitle>
          <Lede>
            {words.undo.lede(
              readingsInWords(visit.lang, pasted.rows),
              formatMoment(visit.lang, pasted.importedAt),
            )}
          </Lede>
          <p>{undoUntil(formatDate(visit.lang, until))}</p>
          <Form lang={visit.lang} submission={form.submission}>
            <ButtonRow>
              <Button>{words.undo.button}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data: { experiment, pasted } }) => {
    if (!acting) throw new Error('an undoing has nobody behind it')
    const outcome = await undoImport(database, {
      ...acting,
      experimentId: experiment.id,
      importId: pasted.id,
    })
    if (!outcome.ok) return outcome
    return done({
      to: { name: 'measurements', parameters: { id: experiment.id } },
      notice: texts[visit.lang].measurements.undo.done,
    })
  },
}
