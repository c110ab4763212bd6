import { dayOf, parseDay, parseDecimal } from '../../platform/format.ts'
import type { PhoneEntry, PhoneMeasure } from '../phone-entry.ts'
import { fill } from './entry-in-words.ts'

export type PhoneWords = Record<string, string>

/** What somebody has filled in, or the sentence that says what is missing. */
export function readLogForm(
  fields: FormData,
  measure: PhoneMeasure,
  words: PhoneWords,
  { id, now }: { id: string; now: Date },
): PhoneEntry | { problem: string } {
  const text = (name: string) => String(fields.get(name) ?? '')
  const unit = text('unit')
  const value = parseDecimal(text('value'))
  const day = parseDay(text('day'))
  const sameDay = text('sameDay')
  if (measure.places.length > 0 && !measure.places.includes(unit)) return { problem: words['noPlace'] ?? '' }
  if (value === undefined) return { problem: words['noNumber'] ?? '' }
  if (day === undefined) return { problem: words['noDay'] ?? '' }
  if (day > dayOf(now)) return { problem: words['futureDay'] ?? '' }
  return {
    id,
    experimentId: measure.experimentId,
    measureId: measure.measureId,
    unit: measure.places.length > 0 ? unit : null,
    day,
    value,
    madeAt: now.toISOString(),
    measured: { kind: measure.kind, unit: measure.unit },
    sameDay: sameDay === 'replace' || sameDay === 'keep' ? sameDay : 'ask',
  }
}

/** The form of a measure for where there is no signal, from the templates of the page. */
export function drawLogForm(measure: PhoneMeasure, words: PhoneWords): HTMLFormElement | undefined {
  const template = document.querySelector<HTMLTemplateElement>('#phone-form')
  const form = template?.content.querySelector('form')?.cloneNode(true)
  if (!(form instanceof HTMLFormElement)) return undefined
  for (const part of form.querySelectorAll<HTMLElement>('[data-kind]'))
    if (part.dataset['kind'] !== measure.kind) part.remove()
  const label = form.querySelector('.big-field .field-label')
  if (label && measure.unit) label.textContent = `${words['howMuch'] ?? ''} (${measure.unit})`
  const ends = form.querySelectorAll('.scale-ends span')
  measure.ends.forEach((end, index) => {
    const shown = ends[index]
    if (shown) shown.textContent = end === '' ? '' : `${index === 0 ? 1 : 5} = ${end}`
    const button = form.querySelectorAll('.scale-button .visually-hidden')[index]
    if (button) button.textContent = end
  })
  drawPlaces(form, measure.places)
  const day = form.querySelector<HTMLInputElement>('input[name=day]')
  if (day) day.defaultValue = dayOf(new Date()).split('-').toReversed().map(Number).join('.')
  return form
}

function drawPlaces(form: HTMLFormElement, places: readonly string[]): void {
  const group = form.querySelector<HTMLInputElement>('input[name=unit]')?.closest<HTMLElement>('fieldset')
  const model = group?.querySelector<HTMLElement>('.choice')
  if (places.length === 0 || !group || !model) {
    group?.remove()
    return
  }
  places.forEach((place, index) => {
    const choice = model.cloneNode(true) as HTMLElement
    const input = choice.querySelector('input')
    const label = choice.querySelector('label')
    const name = choice.querySelector('.choice-label')
    if (!input || !label || !name) return
    input.value = place
    if (index > 0) input.id = `${input.id}-${index + 1}`
    label.htmlFor = input.id
    name.textContent = place
    model.before(choice)
  })
  model.remove()
}

/** The address of a measure's log, from the pattern that the page holds. */
export function pathOfMeasure(
  pattern: string,
  { experimentId, measureId }: Pick<PhoneMeasure, 'experimentId' | 'measureId'>,
): string {
  return decodeURIComponent(pattern).replace(':id', experimentId).replace(':measureId', measureId)
}

/** How many wait, in a sentence. */
export function countInWords(words: PhoneWords, name: string, count: number, what = ''): string {
  return fill(words[`${name}${count === 1 ? 'One' : 'Many'}`] ?? '', { count, what })
}
