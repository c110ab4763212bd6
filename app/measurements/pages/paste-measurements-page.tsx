import { z } from 'zod'
import { measureOf, measureOn, titleOf, unitsOf } from '../../experiments/index.ts'
import { formatDate } from '../../platform/format.ts'
import { choice, optionalChoice, requiredText, ticked } from '../../platform/web/fields.ts'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  Details,
  ErrorSummary,
  Form,
  Lede,
  PageTitle,
  fieldsOf,
  problemOf,
  RadioGroup,
  Select,
  Table,
  TextArea,
} from '../../ui/index.ts'
import { importTable } from '../import-table.ts'
import { longestTable } from '../read-pasted-table.ts'
import { type Measured, readMeasured } from '../read-measurements.ts'
import { takeInFile } from '../take-in-file.ts'
import { valueInWords } from '../value-in-words.ts'
import { experimentCrumbs } from './experiment-crumbs.ts'
import { JumpQuestion } from './jump-question.tsx'
import { isAcross, jumpOf, type Pasted, problemsOfRows, readAgainst } from './pasted-table.ts'

/** The most characters a pasted table may have: 5,000 rows with remarks. */
const longestText = 500_000

const pastedShapes = ['guess', 'rows', 'places'] as const

/** Pasting a table: checked row by row, shown before it is stored, stored whole or not at all. */
export const pasteMeasurementsPage: FormPage<Measured, Pasted> = {
  load: readMeasured,
  initial: ({ experiment }) => ({
    measure: experiment.plan.measures[0]?.id,
    existing: 'refuse',
    shape: unitsOf(experiment.plan).length > 0 ? 'guess' : undefined,
  }),
  form: (lang, { experiment }) => {
    const words = texts[lang].measurements
    return z.object({
      measure: choice(
        words.measureMissing,
        experiment.plan.measures.map((measure) => measure.id),
      ),
      text: requiredText(lang, words.paste.textMissing, longestText),
      existing: choice(texts[lang].form.notAChoice, ['refuse', 'replace', 'keep'] as const),
      shape: optionalChoice(lang, unitsOf(experiment.plan).length > 0 ? pastedShapes : []),
      confirmed: ticked,
      sameUnit: ticked,
    })
  },
  view: ({ visit, data, form }) => {
    const { experiment } = data
    const words = texts[visit.lang].measurements
    const field = fieldsOf(form)
    const { across } = texts[visit.lang].tableFiles
    const units = unitsOf(experiment.plan)
    const title = form.preview ? words.paste.previewTitle : words.paste.title
    return {
      title,
      hidden: true,
      breadcrumb: experimentCrumbs(
        visit,
        experiment,
        { text: words.title, href: visit.to('measurements', { id: experiment.id }) },
        { text: words.paste.title },
      ),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={titleOf(visit.lang, experiment)}>{title}</PageTitle>
          {form.preview ? (
            <Preview visit={visit} data={data} form={form} />
          ) : (
            <>
              <Lede>{units.length > 0 ? words.paste.ledeOfUnits(units.join(', ')) : words.paste.lede}</Lede>
              <Details summary={words.paste.example}>
                <pre class="sample">
                  {units[0] === undefined
                    ? words.paste.exampleText
                    : words.paste.exampleOfUnits(units[0], units[1] ?? units[0])}
                </pre>
                {units[0] !== undefined && (
                  <pre class="sample">{words.paste.exampleOfPlaces(units[0], units[1] ?? units[0])}</pre>
                )}
              </Details>
              <Form lang={visit.lang} submission={form.submission}>
                <Select
                  {...field('measure')}
                  label={words.measure}
                  options={experiment.plan.measures.map((measure) => ({
                    value: measure.id,
                    label: measure.name,
                  }))}
                />
                <TextArea
                  {...field('text')}
                  lang={visit.lang}
                  label={words.paste.text}
                  hint={words.paste.hint}
                  rows={12}
                />
                {units.length > 0 && (
                  <RadioGroup
                    {...field('shape')}
                    legend={across.shape}
                    options={pastedShapes.map((value) => ({
                      value,
                      label: value === 'guess' ? words.paste.guessShape : across.shapes[value],
                    }))}
                  />
                )}
                <RadioGroup
                  {...field('existing')}
                  legend={words.paste.existing}
                  options={(['refuse', 'replace', 'keep'] as const).map((value) => ({
                    value,
                    label: words.paste.existingOptions[value],
                  }))}
                />
                <ButtonRow>
                  <Button>{words.paste.check}</Button>
                </ButtonRow>
              </Form>
            </>
          )}
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data, input }) => {
    const words = texts[visit.lang].measurements.paste
    const measure = measureOf(data.experiment.plan, input.measure)
    if (acting && measure && (await isAcross(data, measure, input))) {
      const waiting = await takeInFile(database, {
        ...acting,
        experimentId: data.experiment.id,
        measure,
        file: { name: '', bytes: Buffer.from(input.text) },
        way: 'paste',
        shape: 'places',
        existing: input.existing === 'refuse' ? 'ask' : input.existing,
      })
      const parameters = { id: data.experiment.id, fileId: waiting.ok ? waiting.value.id : '' }
      return waiting.ok ? done({ to: { name: 'import-file', parameters } }) : waiting
    }
    const table = readAgainst(data, input, visit.now)
    if (!acting || !measure || !table) throw new Error('a table has nobody or nothing behind it')
    if (table.tooLong) return refuse('text', words.tooLong(longestTable))
    const problems = problemsOfRows(visit.lang, table.faulty)
    if (problems.length > 0) return { ok: false, problems }
    if (table.rows.length === 0) return refuse('text', words.nothing)
    if (!input.confirmed) return { ok: false, problems: [], preview: true }
    if (!input.sameUnit && jumpOf(data, measure, table))
      return { ok: false, problems: [{ field: 'sameUnit', text: words.jump.answer }], preview: true }
    const outcome = await importTable(database, {
      ...acting,
      experimentId: data.experiment.id,
      measure,
      rows: table.rows,
      replaceStored: input.existing === 'replace' && measure.kind === 'number',
    })
    if (!outcome.ok) return outcome
    return done({
      to: { name: 'measurements', parameters: { id: data.experiment.id } },
      notice: words.imported(words.rows(table.rows.length)),
    })
  },
}

function Preview({
  visit,
  data,
  form,
}: {
  visit: Visit
  data: Measured
  form: Parameters<(typeof pasteMeasurementsPage)['view']>[0]['form']
}) {
  const { lang, now } = visit
  const words = texts[lang].measurements
  const existing =
    form.values.get('existing') === 'replace'
      ? 'replace'
      : form.values.get('existing') === 'keep'
        ? 'keep'
        : 'refuse'
  const sent = { measure: form.values.get('measure'), text: form.values.get('text'), existing } as const
  const table = readAgainst(data, sent, now)
  const measure = measureOf(data.experiment.plan, sent.measure)
  if (!table || !measure) return null
  const rows = words.paste.rows(table.rows.length)
  const jump = jumpOf(data, measure, table)
  const severalUnits = unitsOf(data.experiment.plan).length > 0
  return (
    <>
      <Lede>{words.paste.previewLede(rows)}</Lede>
      {table.headed && <p>{words.paste.headed}</p>}
      <Table
        caption={words.paste.caption}
        columns={[
          { text: words.paste.line, numeric: true },
          { text: words.day },
          ...(severalUnits ? [{ text: words.unit }] : []),
          { text: words.value, numeric: true },
          { text: words.note },
        ]}
        rows={table.rows
          .slice(0, 200)
          .map((row) => [
            row.line,
            formatDate(lang, row.day),
            ...(severalUnits ? [row.unit ?? ''] : []),
            valueInWords(lang, measureOn(data.experiment, measure, row.day), row.value),
            row.note ?? '',
          ])}
      />
      <Form lang={lang} submission={form.submission} hidden={{ ...sent, confirmed: '1' }}>
        {jump && (
          <JumpQuestion
            visit={visit}
            experiment={data.experiment}
            measure={measure}
            jump={jump}
            problem={problemOf(form.problems, 'sameUnit')}
          />
        )}
        <ButtonRow>
          <Button>{words.paste.confirm(rows)}</Button>
        </ButtonRow>
      </Form>
    </>
  )
}
