import { describe, expect, test } from 'vitest'
import { CatalogueForms } from './catalogue-forms.tsx'
import { RadioGroup } from './choices.tsx'
import { DateField, NumberField, TextArea, TextField } from './fields.tsx'
import { ErrorSummary, Form } from './form.tsx'
import { problemOf } from './problems.ts'
import { markupOf, valuesOf } from './test-markup.ts'

describe('form fields', () => {
  const catalogue = markupOf(<CatalogueForms lang="fi" />)

  test('every label, description and summary link leads to an id that is on the page once', () => {
    const ids = valuesOf(catalogue, 'id')
    expect(new Set(ids).size).toBe(ids.length)
    const links = valuesOf(catalogue, 'href').filter((href) => href.startsWith('#'))
    const wanted = [
      ...valuesOf(catalogue, 'for'),
      ...valuesOf(catalogue, 'aria-describedby').flatMap((value) => value.split(' ')),
      ...valuesOf(catalogue, 'aria-labelledby'),
      ...links.map((href) => href.slice(1)),
    ]
    expect(wanted.length).toBeGreaterThan(30)
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
  })

  test('every control that is seen has a label', () => {
    const labelled = valuesOf(catalogue, 'for')
    const controls = [...catalogue.matchAll(/<(?:input|select|textarea)\s[^>]*>/g)].map((match) => match[0])
    const unlabelled = controls.filter(
      (control) => !control.includes('type="hidden"') && !labelled.includes(valuesOf(control, 'id')[0] ?? ''),
    )
    expect(controls.length).toBeGreaterThan(20)
    expect(unlabelled).toEqual([])
  })

  test('a field with a problem says so to a screen reader and keeps what was typed', () => {
    const field = markupOf(
      <NumberField
        name="maara"
        label="Määrä"
        value="paljon"
        suffix="kg"
        hint="Punnittuna"
        problem="Kirjoita numeroin."
      />,
    )
    expect(field).toContain('value="paljon"')
    expect(field).toContain('aria-invalid="true"')
    expect(field).toContain('aria-describedby="field-maara-hint field-maara-problem field-maara-suffix"')
    expect(field).toContain('inputmode="decimal"')
  })

  test('the summary links to the fields in the order of the problems', () => {
    const problems = [
      { field: 'alku', text: 'Kirjoita päivä.' },
      { field: 'kaista', text: 'Valitse.' },
      { field: '', text: 'Yhteys katkesi.' },
    ]
    const summary = markupOf(<ErrorSummary lang="fi" problems={problems} />)
    expect(summary).toContain('role="alert"')
    expect(valuesOf(summary, 'href')).toEqual(['#field-alku', '#field-kaista'])
    expect(summary).toContain('Yhteys katkesi.')
    const group = markupOf(<RadioGroup name="kaista" legend="Kuka" options={[{ value: 'a', label: 'A' }]} />)
    expect(valuesOf(group, 'id')).toContain('field-kaista')
    expect(markupOf(<ErrorSummary lang="fi" problems={[]} />)).not.toContain('error-summary')
  })

  test('several problems of one field are told together, another field hears nothing', () => {
    const problems = [
      { field: 'nimi', text: 'Kirjoita nimi.' },
      { field: 'nimi', text: 'Enintään 80 merkkiä.' },
    ]
    expect(problemOf(problems, 'nimi')).toBe('Kirjoita nimi. Enintään 80 merkkiä.')
    expect(problemOf(problems, 'paikka')).toBeUndefined()
    expect(problemOf(undefined, 'nimi')).toBeUndefined()
  })

  test('a form carries its token, its key, the version seen and what else is hidden', () => {
    const form = markupOf(
      <Form lang="fi" submission={{ key: 'avain', version: 7, token: 'lappu' }} hidden={{ kohta: '3' }}>
        <TextField name="nimi" label="Nimi" />
      </Form>,
    )
    expect(form).toContain('<input type="hidden" name="_token" value="lappu"/>')
    expect(form).toContain('<input type="hidden" name="_key" value="avain"/>')
    expect(form).toContain('<input type="hidden" name="_version" value="7"/>')
    expect(form).toContain('<input type="hidden" name="kohta" value="3"/>')
    expect(markupOf(<Form lang="fi" submission={{ key: 'avain', token: 'lappu' }} />)).not.toContain(
      '_version',
    )
  })

  test('what somebody typed comes back as text, whatever it was', () => {
    const hostile = '</textarea><img src=x onerror=alert(1)>"\u0000\u202E'
    const fields = markupOf(
      <>
        <TextArea lang="fi" name="a" label="A" value={hostile} maxLength={10} problem={hostile} />
        <TextField name="b" label={hostile} value={hostile} hint={hostile} />
        <DateField lang="fi" name="c" label="C" value={hostile} />
      </>,
    )
    expect(fields).not.toContain('<img')
    expect(fields.match(/<\/textarea>/g)).toHaveLength(1)
    expect(valuesOf(fields, 'onerror')).toEqual([])
  })

  test('a line break at the start of a text is kept', () => {
    expect(markupOf(<TextArea name="a" label="A" value={'\nToinen rivi'} />)).toContain(
      '>\n\nToinen rivi</textarea>',
    )
  })
})
