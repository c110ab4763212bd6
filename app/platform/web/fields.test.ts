import { describe, expect, test } from 'vitest'
import type { ZodType } from 'zod'
import { texts } from '../../texts/index.ts'
import { languages } from '../language.ts'
import {
  choice,
  choices,
  optionalChoice,
  optionalDay,
  optionalNumber,
  optionalText,
  optionalWebAddress,
  requiredClock,
  requiredDay,
  requiredEmail,
  requiredNumber,
  requiredText,
  ticked,
} from './fields.ts'

/** What a field makes of what was sent, or the sentences that it answers with. */
function read<Value>(field: ZodType<Value>, sent: unknown): Value | { says: string[] } {
  const parsed = field.safeParse(sent)
  return parsed.success ? parsed.data : { says: parsed.error.issues.map((issue) => issue.message) }
}

const missing = 'Kirjoita jotain.'

describe.each(languages)('in %s', (lang) => {
  const words = texts[lang].form

  test('a text is trimmed, kept whole within its length, and asked for where it is missing', () => {
    const field = requiredText(lang, missing, 5)
    expect(read(field, '  Äiti \n')).toBe('Äiti')
    expect(read(field, ['eka', 'toka'])).toBe('eka')
    expect(read(field, 'abcdef')).toEqual({ says: [words.tooLong(5, 6)] })
    for (const nothing of ['', ' \t\n', undefined, null, []])
      expect(read(field, nothing), String(nothing)).toEqual({ says: [missing] })
    expect(read(optionalText(lang), ' ')).toBeNull()
    expect(read(optionalText(lang), ' a ')).toBe('a')
  })

  test.each(['\0', 'a\u0007', 'a\ud800', '\ufffd', 'a\u007f'])('%j is not text that can be kept', (sent) => {
    for (const field of [requiredText(lang, missing), optionalText(lang)])
      expect(read<unknown>(field, sent)).toEqual({ says: [words.unreadable] })
  })

  test('tabs, line feeds, emoji, HTML and right-to-left text are text', () => {
    for (const text of ['a\tb\nc', '👩‍👩‍👧‍👦', '<b>a</b>', 'مرحبا', 'a\u0308'])
      expect(read(requiredText(lang, missing), text)).toBe(text)
  })

  test('a number is read in Finnish and English writing, within its bounds', () => {
    const field = optionalNumber(lang, { least: 0, most: 10 })
    expect(['3,5', '3.5', ' 0 ', '10'].map((sent) => read(field, sent))).toEqual([3.5, 3.5, 0, 10])
    expect(read(field, '')).toBeNull()
    for (const sent of ['monta', '1e3', 'NaN', 'Infinity', '0x1', '1,2,3', '--1'])
      expect(read(field, sent), sent).toEqual({ says: [words.notANumber] })
    for (const sent of ['-1', '10,1']) expect(read(field, sent)).toEqual({ says: [words.outOfRange(0, 10)] })
    expect(read(requiredNumber(lang, missing), '1 234,5')).toBe(1234.5)
    expect(read(requiredNumber(lang, missing), '')).toEqual({ says: [missing] })
    expect(read(requiredNumber(lang, missing), 'x')).toEqual({ says: [words.notANumber] })
  })

  test('a day must exist', () => {
    expect(read(optionalDay(lang), '24.12.2025')).toBe('2025-12-24')
    expect(read(optionalDay(lang), '2024-02-29')).toBe('2024-02-29')
    expect(read(optionalDay(lang), '')).toBeNull()
    for (const sent of ['31.2.2026', '29.2.2025', '24.12.25', 'huomenna', '1.1.0000'])
      expect(read(optionalDay(lang), sent), sent).toEqual({ says: [words.notADay] })
    expect(read(requiredDay(lang, missing), '')).toEqual({ says: [missing] })
    expect(read(requiredDay(lang, missing), 'x')).toEqual({ says: [words.notADay] })
    expect(read(requiredDay(lang, missing), '1.3.2026')).toBe('2026-03-01')
  })

  test('a clock time is read with a point or a colon', () => {
    const field = requiredClock(lang, missing)
    expect(['9.30', '09:30', '23.59', '0.00'].map((sent) => read(field, sent))).toEqual([
      '09:30',
      '09:30',
      '23:59',
      '00:00',
    ])
    for (const sent of ['24.00', '9.60', '9', 'kello'])
      expect(read(field, sent), sent).toEqual({ says: [words.notAClock] })
    expect(read(field, '')).toEqual({ says: [missing] })
  })

  test('only what is offered can be chosen', () => {
    const offered = ['yes', 'no'] as const
    expect(read(choice(missing, offered), 'yes')).toBe('yes')
    for (const sent of ['', 'maybe', 'toString', undefined, ['maybe', 'yes']])
      expect(read(choice(missing, offered), sent)).toEqual({ says: [missing] })
    expect(read(optionalChoice(lang, offered), '')).toBeNull()
    expect(read(optionalChoice(lang, offered), 'no')).toBe('no')
    expect(read(optionalChoice(lang, offered), 'maybe')).toEqual({ says: [words.notAChoice] })
    expect(read(choices(lang, offered), ['no', 'yes', 'no'])).toEqual(['yes', 'no'])
    expect(read(choices(lang, offered), undefined)).toEqual([])
    expect(read(choices(lang, offered), 'yes')).toEqual(['yes'])
    expect(read(choices(lang, offered), ['yes', 'maybe'])).toEqual({ says: [words.notAChoice] })
  })

  test('a box is ticked or not', () => {
    expect(['1', 'on', '', undefined].map((sent) => read(ticked, sent))).toEqual([true, true, false, false])
  })

  test('a web address leads to the web', () => {
    const field = optionalWebAddress(lang)
    expect(read(field, ' https://www.esimerkki.fi/a?b=ä ')).toBe('https://www.esimerkki.fi/a?b=%C3%A4')
    expect(read(field, '')).toBeNull()
    for (const sent of [
      'www.esimerkki.fi',
      'javascript:alert(1)',
      'ftp://a.fi',
      'data:text/html,a',
      'http://[::1',
    ])
      expect(read(field, sent), sent).toEqual({ says: [words.notAnAddress] })
    expect(read(field, 'https://a.fi/\0')).toEqual({ says: [words.unreadable] })
  })

  test('an e-mail address is one that mail can be sent to', () => {
    const field = requiredEmail(lang, missing)
    expect(read(field, ' Joku.Nimi+a@Kunta.FI ')).toBe('joku.nimi+a@kunta.fi')
    expect(read(field, 'väinö@jyväskylä.fi')).toBe('väinö@xn--jyvskyl-7wae.fi')
    for (const sent of [
      'joku',
      'joku@kunta',
      'a b@kunta.fi',
      'a@b@kunta.fi',
      'Joku <joku@kunta.fi>',
      'a@kunta.fi, b@kunta.fi',
      'a..b@kunta.fi',
      'a@kun!ta.fi',
      `${'a'.repeat(65)}@kunta.fi`,
    ])
      expect(read(field, sent), sent).toEqual({ says: [words.notAnEmail] })
    expect(read(field, '')).toEqual({ says: [missing] })
    expect(read(field, 'a@kunta.fi\nBcc: b@kunta.fi')).toEqual({ says: [words.notAnEmail] })
    expect(read(field, `${'a'.repeat(250)}@kunta.fi`)).toEqual({ says: [words.tooLong(254, 259)] })
  })
})
