import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { valuesOf } from './form-values.ts'
import { namesOf, unknownFields } from './known-fields.ts'

const text = z.object({ text: z.string() })

describe('the names of a form', () => {
  test.each([
    ['plain', text, ['text']],
    ['with a rule over the whole', text.refine(() => true), ['text']],
    ['changed afterwards', text.transform(({ text: one }) => ({ one })), ['text']],
    [
      'tidied before',
      z.preprocess(
        (value) => value,
        text.superRefine(() => undefined),
      ),
      ['text'],
    ],
    ['one of two', z.union([text, z.object({ remove: z.string() })]), ['text', 'remove']],
    ['one by its kind', z.discriminatedUnion('kind', [z.object({ kind: z.literal('a') })]), ['kind']],
    ['two together', z.intersection(text, z.object({ day: z.string() })), ['text', 'day']],
  ])('%s', (_, schema, names) => {
    expect(namesOf(schema)).toEqual(names)
  })

  test('that cannot be told stop the form', () => {
    expect(() => namesOf(z.record(z.string(), z.string()))).toThrow('does not say the names')
  })

  test('everything else is unknown, whatever it is called', () => {
    const sent = {
      text: 'a',
      _token: 't',
      'mine-text': 'a',
      'choice-role': 'mine',
      'mine-': '',
      constructor: '',
    }
    expect(unknownFields(text, valuesOf(sent))).toEqual(['choice-role', 'mine-', 'constructor'])
  })
})
