import fc from 'fast-check'

/** A form as it stands on its page: the names of its fields, and the values that the page itself offers for each. */
export type FieldsOnPage = ReadonlyMap<string, readonly string[]>

/** Reads the fields of the forms in the main part of a page; with its path only of those that post to the page itself. */
export function fieldsOnPage(html: string, path?: string): FieldsOnPage {
  const main = html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replaceAll(/<form\b([^>]*)>.*?<\/form>/gs, (form, attributes: string) => {
      const action = /\baction="([^"?]*)/.exec(attributes)?.[1]
      const toItself = action === undefined || action === path?.split('?')[0]
      const posts = attributes.includes('method="post"') && toItself
      return path === undefined || posts ? form : ''
    })
  const fields = new Map<string, string[]>()
  let select = ''
  for (const [tag] of main.matchAll(/<(?:input|textarea|select|button|option)\b[^>]*>/g)) {
    const own = /\bname="([^"]*)"/.exec(tag)?.[1]
    if (tag.startsWith('<select')) select = own ?? ''
    const name = tag.startsWith('<option') ? select : own
    // With the key of the page only the first of many bodies would do anything, and without its token none.
    if (!name || name === '_key' || name === '_token') continue
    const value = /\bvalue="([^"]+)"/.exec(tag)?.[1]
    fields.set(name, [...(fields.get(name) ?? []), ...(value === undefined ? [] : [value])])
  }
  return fields
}

/** What nobody types, but somebody sends. */
const strangeWords = fc.constantFrom(
  '',
  ' \t\n ',
  '\0',
  'teksti\0jatkuu',
  '\u0001\u001b[31m\u007f',
  '\ud800',
  '\udc00\ud800 teksti',
  '\ufffd\ufffe\uffff',
  '👩‍👩‍👧‍👦🍲🇫🇮',
  'مرحبا \u202e\u202dשלום\u200f',
  'a\u0308\u0301\u0327'.repeat(50),
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; drop table experiments; --",
  '${7*7}{{7*7}}%s%n',
  'rivi\r\nBcc: joku@esimerkki.invalid',
  '../../etc/passwd',
  '__proto__',
  'toString',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  '-0',
  '1e309',
  '0x10',
  '99999999999999999999',
  '-1',
  '1,5,5',
  '31.2.2026',
  '0.0.0000',
  '2026-13-45',
  '9999-12-31',
  '25.61',
  'javascript:alert(1)',
  'http://[::1',
  'https://esimerkki.invalid/\0',
  'a..b@esimerkki.invalid',
  `${'a'.repeat(80)}@esimerkki.invalid`,
  'joku@esi!merkki.fi',
  'joku@esimerkki.invalid',
  '00000000-0000-7000-8000-000000000000',
  '01900000-0000-7000-8000-00000000000X',
  '{"a":1}',
  '[object Object]',
)
const strangeText = fc.oneof(
  { arbitrary: strangeWords, weight: 8 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 40 }), weight: 2 },
  { arbitrary: fc.constantFrom('ä'.repeat(2_001), 'pitkä sana '.repeat(3_000)), weight: 1 },
)

const usualWords = fc.constantFrom(
  'Keittiö kokeilee uutta tapaa.',
  'Rivi yksi\nrivi kaksi',
  'Ääkköset, £ ja “lainaus” 🍲',
  'Ruokapalvelut',
)

/** What people would write into a field of such a name, so that most bodies come through to the action and the database. */
const fitting: readonly [RegExp, fc.Arbitrary<string>][] = [
  [/day|On$/i, fc.constantFrom('10.3.2026', '9.3.2026', '2026-03-09', '12.3.2026', '24.4.2026')],
  [/clock/i, fc.constantFrom('9.30', '13:00')],
  [/hours|minutes|euros|value|baseline|predicted|worthwhile|harm/i, fc.constantFrom('30', '3,5', '0', '45')],
  [/url|link/i, fc.constant('https://esimerkki.invalid/sivu')],
  [
    /email/i,
    fc.constantFrom(
      'joku@esimerkki.invalid',
      'a..b@esimerkki.invalid',
      `${'a'.repeat(80)}@esimerkki.invalid`,
    ),
  ],
  [
    /^text$/,
    fc.oneof(
      fc.constantFrom('8.3.2026;55\n9.3.2026;54,5\n', '9.3.2026\t55\n10.3.2026\tmonta\n\n'),
      usualWords,
    ),
  ],
]

const unknownName = fc.constantFrom(
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  '',
  '_key',
  '_version',
  'confirmed',
  'choice-',
  'choice-__proto__',
  'municipalityCode',
  'person[id]',
  'ä&=%',
)

/** Endings that no browser writes: broken percent encodings, bytes that are not UTF-8, empty pairs. */
const brokenEnding = fc.constantFrom(
  '',
  '',
  '',
  '',
  '&=&&=x',
  '&%=%',
  '&a=%E0%A4%A',
  '&%FF%FE=%C0%80',
  '&a=%00%zz',
  '&'.repeat(500),
)

/** Bodies for a form, as they go over the wire. */
export function bodiesFor(fields: FieldsOnPage): fc.Arbitrary<string> {
  const known = [...fields].map(([name, offered]) => {
    const fits = fitting.find(([names]) => names.test(name))?.[1] ?? usualWords
    const value = fc.oneof(
      { arbitrary: offered.length > 0 ? fc.constantFrom(...offered) : fits, weight: 10 },
      { arbitrary: fits, weight: 3 },
      { arbitrary: strangeText, weight: 3 },
    )
    return fc
      .oneof(
        { arbitrary: fc.constant<string[]>([]), weight: 1 },
        { arbitrary: value.map((one) => [one]), weight: 14 },
        { arbitrary: fc.array(value, { minLength: 2, maxLength: 4 }), weight: 1 },
      )
      .map((values) => values.map((one): [string, string] => [name, one]))
  })
  // A name that is not the form's own refuses the whole body, so most have none.
  const unknown = fc.oneof(
    { arbitrary: fc.constant<[string, string][]>([]), weight: 6 },
    { arbitrary: fc.array(fc.tuple(unknownName, strangeText), { maxLength: 3 }), weight: 1 },
  )
  const body = fc
    .tuple(fc.tuple(...known), unknown, brokenEnding)
    .map(([own, others, ending]) => new URLSearchParams([...own.flat(), ...others]).toString() + ending)
  const first = [...fields.keys()].at(-1) ?? 'a'
  return fc.oneof(
    { arbitrary: body, weight: 60 },
    { arbitrary: fc.string({ unit: 'binary', maxLength: 200 }), weight: 2 },
    { arbitrary: fc.constant(`${first}=${'%C3%A4'.repeat(150_000)}`), weight: 1 },
    { arbitrary: fc.constant(Array.from({ length: 1_999 }, (_, i) => `${first}=${i}`).join('&')), weight: 1 },
  )
}
