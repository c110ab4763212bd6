import { describe, expect, test } from 'vitest'
import { type FormValues, largestBodyBytes, readForm, valuesOf } from './form-values.ts'

async function read(body: string, headers: Record<string, string> = {}): Promise<FormValues> {
  const values = await readForm(
    new Request('http://uskalla.test/', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', ...headers },
    }),
  )
  if (typeof values === 'string') throw new Error(values)
  return values
}

describe('what was sent', () => {
  test('is read as text, one or many to a field', async () => {
    const values = await read('name=%C3%84hky&box=a&box=b&empty=')
    expect(values.get('name')).toBe('Ähky')
    expect(values.all('box')).toEqual(['a', 'b'])
    expect(values.get('box')).toBe('a')
    expect(values.get('missing')).toBe('')
    expect(values.entries()).toEqual({ name: 'Ähky', box: ['a', 'b'], empty: '' })
  })

  test('has line ends of one kind', async () => {
    expect((await read('text=a%0D%0Ab%0Ac')).get('text')).toBe('a\nb\nc')
  })

  test('marks bytes that are no text', async () => {
    expect((await read('text=%FF%zz&%E0%A4%A=1')).get('text')).toBe('\ufffd%zz')
  })

  test('may use names that objects have of their own', async () => {
    const values = await read('__proto__=a&constructor=b&toString=c')
    expect([values.get('__proto__'), values.get('constructor'), values.get('toString')]).toEqual([
      'a',
      'b',
      'c',
    ])
    expect(valuesOf({}).get('toString')).toBe('')
  })

  test('is not read past the limit', async () => {
    const request = (headers: Record<string, string>, body: string) =>
      readForm(new Request('http://uskalla.test/', { method: 'POST', body, headers }))
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    expect(await request(form, 'a'.repeat(largestBodyBytes + 1))).toBe('too-large')
    expect(await request({ 'content-type': 'multipart/form-data; boundary=x' }, 'a')).toBe('files')
    expect(await request(form, 'a&'.repeat(2_001))).toBe('unreadable')
  })
})

describe('two texts side by side', () => {
  const sent = (choice: string) =>
    read(`choice-goal=${choice}&mine-goal=Minun&theirs-goal=Toisen&goal=Yhdessä&other=Muu`)

  test.each([
    ['mine', 'Minun'],
    ['theirs', 'Toisen'],
    ['both', 'Yhdessä'],
    ['', 'Yhdessä'],
    ['constructor', 'Yhdessä'],
  ])('the choice %s gives %s', async (choice, text) => {
    const values = await sent(choice)
    expect(values.get('goal')).toBe(text)
    expect(values.get('other')).toBe('Muu')
  })

  test('a choice without its text leaves the field as it is', async () => {
    expect((await read('choice-goal=theirs&goal=Yhdessä')).get('goal')).toBe('Yhdessä')
    expect((await read('choice-=mine&mine-=x&goal=a')).get('goal')).toBe('a')
  })
})
