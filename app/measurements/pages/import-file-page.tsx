import { titleOf } from '../../experiments/index.ts'
import { addDays, dayOf, formatDate } from '../../platform/format.ts'
import { done, type FormPage, type Outcome, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { ErrorSummary, PageTitle } from '../../ui/index.ts'
import { cancelStoringFile, chooseFileColumns, dropFile, startStoringFile } from '../choose-file-columns.ts'
import { figuresInWords } from '../file-row-words.ts'
import { guessChoice } from '../guess-columns.ts'
import { isSameChoice, sheetOfChoice } from '../import-file.ts'
import { daysToUndo } from '../observation-store.ts'
import type { FileChoice } from '../file-choice.ts'
import { type FileOnItsWay, readImportFile } from '../read-import-file.ts'
import { experimentCrumbs } from './experiment-crumbs.ts'
import { choiceOf, fieldsOfChoice, fileChoiceForm, type SentChoice } from './file-choices.ts'
import { FilePreview } from './file-preview.tsx'
import { FileProgress, FileStored } from './file-progress.tsx'

/** How often the page of a file that is being stored is asked for again, in seconds. */
const refreshSeconds = 2

/** A file before it is stored, while it is stored, and after that: what was understood of it, what is wrong with it, what to do. */
export const importFilePage: FormPage<FileOnItsWay, SentChoice> = {
  load: readImportFile,
  version: ({ file }) => file.version,
  initial: fieldsOfChoice,
  form: fileChoiceForm,
  view: ({ visit, data, form }) => {
    const { experiment, file } = data
    const words = texts[visit.lang].tableFiles
    const underWay = file.state === 'importing' || file.state === 'cancelling'
    const title =
      file.state === 'stored' ? words.storedTitle : underWay ? words.progressTitle : words.checkTitle
    return {
      title,
      hidden: true,
      ...(underWay && { refreshSeconds }),
      breadcrumb: experimentCrumbs(
        visit,
        experiment,
        { text: texts[visit.lang].measurements.title, href: visit.to('measurements', { id: experiment.id }) },
        file.way === 'paste'
          ? {
              text: texts[visit.lang].measurements.paste.title,
              href: visit.to('paste-measurements', { id: experiment.id }),
            }
          : { text: words.title, href: visit.to('import-measurements', { id: experiment.id }) },
        { text: title },
      ),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={titleOf(visit.lang, experiment)}>{title}</PageTitle>
          {file.state === 'stored' ? (
            <FileStored visit={visit} data={data} />
          ) : underWay ? (
            <FileProgress visit={visit} data={data} form={form} />
          ) : (
            <FilePreview visit={visit} data={data} form={form} />
          )}
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data, input, version }) => {
    if (!acting) throw new Error('a file has nobody behind it')
    const { experiment, file, otherUnit, measure } = data
    const words = texts[visit.lang].tableFiles
    const request = { ...acting, file, version }
    const here = { name: 'import-file', parameters: { id: experiment.id, fileId: file.id } } as const
    const there = { name: 'measurements', parameters: { id: experiment.id } } as const
    const go = (outcome: Outcome<unknown>, to: typeof here | typeof there, notice: string) =>
      outcome.ok ? done({ to, notice }) : outcome

    if (input.act === 'cancel')
      return go(await cancelStoringFile(database, request), here, words.cancelNotice)
    if (input.act === 'drop') return go(await dropFile(database, request), there, words.dropped)
    const choice = withSheetGuessed(choiceOf(input, data), data)
    if (input.act === 'read' || !isSameChoice(choice, file.choice)) {
      const read = await chooseFileColumns(database, { ...request, choice })
      return go(read, here, input.act === 'read' ? words.readAgainNotice : words.readFirst)
    }
    if (otherUnit !== undefined && !input.unitIsOurs)
      return refuse('unitIsOurs', words.unitNotOurs(otherUnit, measure.unit))
    const started = await startStoringFile(database, {
      ...request,
      leaveOut: input.leaveOut,
      jumpIsReal: input.sameUnit,
    })
    if (!started.ok) return started
    if (started.value.underWay) return done({ to: here, notice: words.underWay })
    const until = formatDate(visit.lang, addDays(dayOf(visit.now), daysToUndo))
    return done({
      to: there,
      notice: words.stored(figuresInWords(visit.lang, file, started.value.rows), until),
    })
  },
}

/** The columns of another sheet are guessed anew; what was said of days and decimals stays. */
function withSheetGuessed(choice: FileChoice, { file, measure, units }: FileOnItsWay): FileChoice {
  const sheet = file.outline.sheets[choice.sheet]
  if (choice.sheet === file.choice.sheet || !sheet) return choice
  const { decimals, repeated, existing, leaveOut } = choice
  const known = sheetOfChoice({ outline: file.outline, choice })
  const guessed = guessChoice(known, choice.sheet, { measure, units })
  return { ...guessed, decimals, repeated, existing, leaveOut }
}
