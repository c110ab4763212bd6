import { measureOn } from '../../experiments/index.ts'
import { formatDate, formatMoment } from '../../platform/format.ts'
import type { FormState } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Details, Lede, Notice, Pagination, Section, SummaryList, Table } from '../../ui/index.ts'
import { faultInWords, rowsInWords } from '../file-row-words.ts'
import { hoursKept } from '../import-file.ts'
import type { FileOnItsWay } from '../read-import-file.ts'
import { valueInWords } from '../value-in-words.ts'
import { FileChoiceForm } from './file-choice-form.tsx'

/** How many faulty rows stand on one page. */
const faultyOnPage = 50

type Props = { visit: Visit; data: FileOnItsWay; form: FormState }

/** What was understood of a file: in short, its faulty rows, its first rows, and the choices. */
export function FilePreview({ visit, data, form }: Props) {
  const { file } = data
  const words = texts[visit.lang].tableFiles
  const { good, faulty } = file.reading
  return (
    <>
      <Lede>
        {good === 0
          ? words.noneGood
          : faulty === 0
            ? words.allGood(rowsInWords(visit.lang, good))
            : words.someFaulty(rowsInWords(visit.lang, good), rowsInWords(visit.lang, faulty))}
      </Lede>
      {file.cameBack && <Notice kind="attention">{words.cameBack[file.cameBack]}</Notice>}
      <Facts visit={visit} data={data} />
      {faulty > 0 && <Problems visit={visit} data={data} />}
      {good > 0 && <FirstRows visit={visit} data={data} />}
      <Section title={words.choose}>
        <FileChoiceForm visit={visit} data={data} form={form} />
      </Section>
    </>
  )
}

function Facts({ visit: { lang }, data: { file, measure } }: Omit<Props, 'form'>) {
  const words = texts[lang].tableFiles.facts
  const { outline, reading } = file
  const rows = (count: number) => rowsInWords(lang, count)
  const { before, during, after } = reading.phases
  const phases = [
    ...(before > 0 ? [words.before(rows(before))] : []),
    ...(during > 0 ? [words.during(rows(during))] : []),
    ...(after > 0 ? [words.after(rows(after))] : []),
  ]
  const until = new Date(file.uploadedAt.getTime() + hoursKept * 3_600_000)
  return (
    <SummaryList
      rows={[
        { term: words.file, value: file.fileName === '' ? texts[lang].tableFiles.noFileName : file.fileName },
        {
          term: words.kind,
          value: outline.format === 'xlsx' ? words.xlsx : words.csv((outline.encoding ?? '').toUpperCase()),
        },
        {
          term: words.measure,
          value: measure.unit === '' ? measure.name : `${measure.name} (${measure.unit})`,
        },
        ...(reading.firstDay && reading.lastDay
          ? [
              {
                term: words.days,
                value: words.daysBetween(
                  formatDate(lang, reading.firstDay),
                  formatDate(lang, reading.lastDay),
                ),
              },
            ]
          : []),
        ...(phases.length > 0 ? [{ term: words.phases, value: phases.join(', ') }] : []),
        ...(reading.replacing > 0 ? [{ term: words.replacing, value: rows(reading.replacing) }] : []),
        ...(reading.leftOut > 0 ? [{ term: words.leftOut, value: rows(reading.leftOut) }] : []),
        { term: words.until, value: words.untilMoment(formatMoment(lang, until)) },
      ]}
    />
  )
}

function Problems({ visit, data: { experiment, file, faulty } }: Omit<Props, 'form'>) {
  const { lang } = visit
  const words = texts[lang].tableFiles
  const pages = Math.max(1, Math.ceil(faulty.length / faultyOnPage))
  const asked = Number(/^\d{1,6}$/.exec(visit.query.page ?? '')?.[0] ?? 1)
  const page = Math.min(Math.max(asked, 1), pages)
  const to = { id: experiment.id, fileId: file.id }
  return (
    <Section title={words.problems} id="problems">
      <Table
        caption={words.problemsCaption}
        columns={[{ text: texts[lang].measurements.paste.line, numeric: true }, { text: words.problem }]}
        rows={faulty
          .slice((page - 1) * faultyOnPage, page * faultyOnPage)
          .map((row) => [row.line, capital(faultInWords(lang, row))])}
      />
      <Pagination
        lang={lang}
        page={page}
        pages={pages}
        href={(number) => `${visit.to('import-file', to, { page: number })}#problems`}
      />
      <p>
        <a href={visit.to('import-problems', to)}>{words.download}</a>
      </p>
      <Details summary={words.downloadColumnsTitle}>
        <SummaryList
          rows={words.downloadColumns.map((term, column) => ({
            term,
            value: words.downloadColumnsMean[column] ?? '',
          }))}
        />
      </Details>
    </Section>
  )
}

function capital(sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase('fi') + sentence.slice(1)
}

function FirstRows({ visit: { lang }, data: { experiment, file, measure, units } }: Omit<Props, 'form'>) {
  const words = texts[lang].tableFiles
  const shared = texts[lang].measurements
  const severalPlaces = units.length > 0
  return (
    <Section title={words.understood}>
      <Table
        caption={words.understoodCaption}
        captionHidden
        columns={[
          { text: shared.paste.line, numeric: true },
          { text: shared.day },
          ...(severalPlaces ? [{ text: shared.unit }] : []),
          { text: shared.value, numeric: true },
          { text: shared.note },
        ]}
        rows={file.reading.first.map((row) => [
          row.line,
          formatDate(lang, row.day),
          ...(severalPlaces ? [row.unit ?? ''] : []),
          valueInWords(lang, measureOn(experiment, measure, row.day), row.value),
          row.note ?? '',
        ])}
      />
    </Section>
  )
}
