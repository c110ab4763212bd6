import { collectsAnswers } from '../../experiments/index.ts'
import type { FormState } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  Checkbox,
  Fieldset,
  fieldsOf,
  Form,
  problemOf,
  RadioGroup,
  Select,
} from '../../ui/index.ts'
import { columnInWords, faultsInWords, figuresInWords, rowsInWords } from '../file-row-words.ts'
import { columnsOfChoice } from '../import-file.ts'
import { fieldOfColumn } from '../place-columns.ts'
import type { FileOnItsWay } from '../read-import-file.ts'
import { JumpQuestion } from './jump-question.tsx'
import {
  decimalChoices,
  existingChoices,
  leftOutColumn,
  repeatedChoices,
  shapeChoices,
} from './file-choices.ts'

/** How much of a cell is shown beside its column, in characters. */
const sampleLength = 24

/** What the columns of a file hold, what becomes of days that come twice, and the buttons: store, read again, discard. */
export function FileChoiceForm({ visit, data, form }: { visit: Visit; data: FileOnItsWay; form: FormState }) {
  const { lang } = visit
  const { experiment, file, measure, units, otherUnit } = data
  const words = texts[lang].tableFiles
  const field = fieldsOf(form)
  const { good, faulty, asks } = file.reading
  const { choice, outline } = file
  const known = columnsOfChoice(file)
  const columnLabel = (column: number) =>
    words.across.columnLabel(columnInWords(lang, file, column), short(known[column]?.sample ?? ''))
  const columns = known.map(({ title, sample }, index) => ({
    value: String(index),
    label: words.columnOption(short(title), short(sample)),
  }))
  const rows = (count: number) => rowsInWords(lang, count)
  const figures = (count: number) => figuresInWords(lang, file, count)
  const once = !collectsAnswers(measure)
  return (
    <Form lang={lang} submission={form.submission}>
      {outline.sheets.length > 1 && (
        <Select
          {...field('sheet')}
          label={words.sheet}
          options={outline.sheets.map((sheet, index) => ({
            value: String(index),
            label: words.sheetOption(sheet.name, rows(sheet.rowCount)),
          }))}
        />
      )}
      {units.length > 0 && (
        <RadioGroup
          {...field('shape')}
          legend={words.across.shape}
          options={shapeChoices.map((value) => ({ value, label: words.across.shapes[value] }))}
        />
      )}
      <Checkbox name="headed" label={words.headed} checked={form.values.get('headed') !== ''} />
      <Select {...field('day')} label={words.column.day} options={columns} />
      {choice.places && (
        <Fieldset legend={words.across.whichPlaces}>
          {choice.places.map(({ column }) => (
            <Select
              {...field(fieldOfColumn(column))}
              label={columnLabel(column)}
              empty={words.across.choosePlace}
              options={[
                ...units.map((unit, index) => ({ value: String(index), label: unit })),
                { value: leftOutColumn, label: words.across.leaveColumnOut },
              ]}
            />
          ))}
        </Fieldset>
      )}
      {!choice.places && <Select {...field('value')} label={words.column.value} options={columns} />}
      {units.length > 0 && !choice.places && (
        <>
          <Select {...field('place')} label={words.column.place} empty={words.noColumn} options={columns} />
          <Select
            {...field('onePlace')}
            label={words.column.onePlace}
            empty={words.noPlace}
            options={units.map((unit) => ({ value: unit, label: unit }))}
          />
        </>
      )}
      <Select {...field('note')} label={words.column.note} empty={words.noColumn} options={columns} />
      {measure.unit !== '' && (
        <Select
          {...field('unitName')}
          label={words.column.unitName}
          empty={words.noColumn}
          options={columns}
        />
      )}
      {(asks.decimals || choice.decimals !== 'ask') && (
        <RadioGroup
          {...field('decimals')}
          legend={words.decimals}
          options={decimalChoices.map((value) => ({ value, label: words.decimalOptions[value] }))}
        />
      )}
      {once && (asks.repeated || choice.repeated !== 'ask') && (
        <RadioGroup
          {...field('repeated')}
          legend={words.repeated}
          options={repeatedChoices.map((value) => ({ value, label: words.repeatedOptions[value] }))}
        />
      )}
      {once && (asks.existing || choice.existing !== 'ask') && (
        <RadioGroup
          {...field('existing')}
          legend={words.existing}
          options={existingChoices.map((value) => ({ value, label: words.existingOptions[value] }))}
        />
      )}
      {otherUnit !== undefined && (
        <Checkbox
          name="unitIsOurs"
          label={words.unitIsOurs(otherUnit, measure.unit)}
          checked={form.values.get('unitIsOurs') !== ''}
          problem={problemOf(form.problems, 'unitIsOurs')}
        />
      )}
      {file.reading.jump && (
        <JumpQuestion
          visit={visit}
          experiment={experiment}
          measure={measure}
          jump={file.reading.jump}
          problem={problemOf(form.problems, 'sameUnit')}
          stays
        />
      )}
      {faulty > 0 && good > 0 && (
        <Checkbox
          name="leaveOut"
          label={words.leaveOut(faultsInWords(lang, file, faulty))}
          hint={words.leaveOutHint}
          checked={form.values.get('leaveOut') !== ''}
          problem={problemOf(form.problems, 'leaveOut')}
        />
      )}
      <ButtonRow>
        {good > 0 && (
          <Button name="act" value="store">
            {words.store(figures(good))}
          </Button>
        )}
        <Button kind={good > 0 ? 'secondary' : 'primary'} name="act" value="read">
          {words.readAgain}
        </Button>
        <Button kind="quiet" name="act" value="drop">
          {words.drop}
        </Button>
      </ButtonRow>
    </Form>
  )
}

function short(text: string): string {
  return text.length > sampleLength ? `${text.slice(0, sampleLength)}…` : text
}
