import { measureOn } from '../../experiments/index.ts'
import { capitalised, formatDate, formatMoment, formatNumber } from '../../platform/format.ts'
import type { Lang } from '../../platform/language.ts'
import type { FormState } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Details, Lede, Notice, Pagination, Section, SummaryList, Table } from '../../ui/index.ts'
import {
  columnInWords,
  columnProblems,
  faultInWords,
  faultsInWords,
  figuresInWords,
  placeInTable,
} from '../file-row-words.ts'
import { hoursKept } from '../import-file.ts'
import { columnLetters } from '../place-columns.ts'
import { mostFigures } from '../read-file-rows.ts'
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
            ? words.allGood(figuresInWords(visit.lang, file, good))
            : words.someFaulty(
                figuresInWords(visit.lang, file, good),
                faultsInWords(visit.lang, file, faulty),
              )}
      </Lede>
      {file.cameBack && <Notice kind="attention">{words.cameBack[file.cameBack]}</Notice>}
      {file.reading.noDays && <Notice kind="attention">{words.noDays}</Notice>}
      {file.reading.tooMany && (
        <Notice kind="attention">{words.across.tooMany(formatNumber(visit.lang, mostFigures))}</Notice>
      )}
      <ColumnsToTell visit={visit} data={data} />
      <Facts visit={visit} data={data} />
      {faulty > 0 && <Problems visit={visit} data={data} />}
      {good > 0 && <FirstRows visit={visit} data={data} />}
      <Section title={words.choose}>
        <FileChoiceForm visit={visit} data={data} form={form} />
      </Section>
    </>
  )
}

/** Which columns nobody has told the place of, with the way to where it is told. */
function ColumnsToTell({ visit: { lang }, data: { file } }: Omit<Props, 'form'>) {
  const problems = columnProblems(lang, file)
  if (problems.length === 0) return null
  return (
    <Notice kind="attention" title={texts[lang].tableFiles.across.toTell}>
      <ul>
        {problems.map(({ field, text }) => (
          <li>
            <a href={`#field-${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Facts({ visit: { lang }, data: { file, measure } }: Omit<Props, 'form'>) {
  const words = texts[lang].tableFiles.facts
  const { across } = texts[lang].tableFiles
  const { outline, reading, choice } = file
  const rows = (count: number) => figuresInWords(lang, file, count)
  const named = (choice.places ?? []).filter(({ place, leftOut }) => place !== null && !leftOut)
  const leftOut = (choice.places ?? []).filter((one) => one.leftOut)
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
        ...(file.way === 'file'
          ? [
              {
                term: words.file,
                value: file.fileName === '' ? texts[lang].tableFiles.noFileName : file.fileName,
              },
              {
                term: words.kind,
                value:
                  outline.format === 'xlsx' ? words.xlsx : words.csv((outline.encoding ?? '').toUpperCase()),
              },
            ]
          : [{ term: words.kind, value: across.pasted }]),
        ...(named.length > 0
          ? [
              {
                term: across.places,
                value: named.map(({ column, place }) => `${place} (${columnLetters(column)})`).join(', '),
              },
            ]
          : []),
        ...(leftOut.length > 0
          ? [
              {
                term: across.columnsLeftOut,
                value: leftOut.map(({ column }) => columnInWords(lang, file, column)).join(', '),
              },
            ]
          : []),
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
        ...(choice.places && reading.empty
          ? [{ term: across.empty, value: across.emptyCells(formatNumber(lang, reading.empty)) }]
          : []),
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
    <Section title={file.choice.places ? words.across.problems : words.problems} id="problems">
      <Table
        caption={file.choice.places ? words.across.problemsCaption : words.problemsCaption}
        columns={[whereColumn(lang, file), { text: words.problem }]}
        rows={faulty
          .slice((page - 1) * faultyOnPage, page * faultyOnPage)
          .map((row) => [placeInTable(row), capitalised(faultInWords(lang, row))])}
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

function whereColumn(lang: Lang, { choice }: FileOnItsWay['file']) {
  return choice.places
    ? { text: texts[lang].tableFiles.across.cell }
    : { text: texts[lang].measurements.paste.line, numeric: true }
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
          whereColumn(lang, file),
          { text: shared.day },
          ...(severalPlaces ? [{ text: shared.unit }] : []),
          { text: shared.value, numeric: true },
          { text: shared.note },
        ]}
        rows={file.reading.first.map((row) => [
          placeInTable(row),
          formatDate(lang, row.day),
          ...(severalPlaces ? [row.unit ?? ''] : []),
          valueInWords(lang, measureOn(experiment, measure, row.day), row.value),
          row.note ?? '',
        ])}
      />
    </Section>
  )
}
