import { formatNumber } from '../../platform/format.ts'
import type { FormState } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Button, ButtonLink, ButtonRow, Form, Lede, Notice } from '../../ui/index.ts'
import { figuresInWords } from '../file-row-words.ts'
import type { FileOnItsWay } from '../read-import-file.ts'

/** How far the storing of a file has come, and the way to stop it. */
export function FileProgress({ visit, data, form }: { visit: Visit; data: FileOnItsWay; form: FormState }) {
  const { file, experiment } = data
  const words = texts[visit.lang].tableFiles
  const [done, all] = [file.rowsDone, file.reading.good]
  const inWords = words.progress(formatNumber(visit.lang, done), figuresInWords(visit.lang, file, all))
  if (file.state === 'cancelling') return <Notice kind="info">{words.cancelling}</Notice>
  return (
    <>
      <p>
        <label for="progress">{inWords}</label>
      </p>
      <progress class="progress" id="progress" max={all} value={done}>
        {inWords}
      </progress>
      <p>{words.progressText}</p>
      <p>
        <a href={visit.to('import-file', { id: experiment.id, fileId: file.id })}>{words.progressLink}</a>
      </p>
      <Form lang={visit.lang} submission={form.submission}>
        <ButtonRow>
          <Button kind="secondary" name="act" value="cancel">
            {words.cancel}
          </Button>
        </ButtonRow>
      </Form>
    </>
  )
}

/** A file of which everything is stored. */
export function FileStored({ visit, data }: { visit: Visit; data: FileOnItsWay }) {
  const { file, experiment } = data
  const words = texts[visit.lang].tableFiles
  const to = { id: experiment.id }
  return (
    <>
      <Lede>{words.storedText(figuresInWords(visit.lang, file, file.reading.good))}</Lede>
      <ButtonRow>
        <ButtonLink href={visit.to('measurements', to)}>{words.toMeasurements}</ButtonLink>
        <ButtonLink kind="secondary" href={visit.to('undo-import', { ...to, importId: file.id })}>
          {words.undoTitle[file.way]}
        </ButtonLink>
      </ButtonRow>
    </>
  )
}
