import { describe, expect, test } from 'vitest'
import { readForm } from './form-values.ts'
import { bytesBesideFile, shownFileName } from './sent-file.ts'

const asked = { field: 'file', mostBytes: 1_000 }

function sent(parts: Record<string, string | File>): Request {
  const body = new FormData()
  for (const [name, value] of Object.entries(parts)) body.set(name, value)
  return new Request('http://uskalla.test/', { method: 'POST', body })
}

describe('a form that takes a file', () => {
  test('reads it beside the other fields, byte by byte', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
    const values = await readForm(
      sent({ measure: 'hävikki\r\nkg', file: new File([bytes], 'luvut.csv') }),
      asked,
    )
    if (typeof values === 'string') throw new Error(values)
    expect(values.entries()).toEqual({ measure: 'hävikki\nkg' })
    expect(values.file).toEqual({ name: 'luvut.csv', bytes })
  })

  test('knows when no file was chosen, and takes the form without parts too', async () => {
    const values = await readForm(sent({ measure: 'a', file: new File([], '') }), asked)
    expect(values).toMatchObject({ file: undefined })
    const plain = new Request('http://uskalla.test/', {
      method: 'POST',
      body: 'measure=a',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(await readForm(plain, asked)).toMatchObject({ file: undefined })
  })

  test('refuses what is too large while it comes in, whatever its length claims', async () => {
    expect(await readForm(sent({ file: new File(['a'.repeat(1_001)], 'a.csv') }), asked)).toBe('too-large')
    let pulled = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled++
        controller.enqueue(new Uint8Array(50_000))
      },
    })
    const request = new Request('http://uskalla.test/', {
      method: 'POST',
      body: endless,
      duplex: 'half',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    } as RequestInit)
    expect(await readForm(request, asked)).toBe('too-large')
    expect(pulled).toBeLessThan((bytesBesideFile + 1_000) / 50_000 + 3)
  })

  test('refuses files in other fields, bodies that are cut short, and every file where none is asked for', async () => {
    const csv = new File(['1'], 'a.csv')
    expect(await readForm(sent({ file: csv, picture: new File(['2'], 'b.csv') }), asked)).toBe('files')
    expect(await readForm(sent({ file: csv }))).toBe('files')
    const whole = sent({ file: csv })
    const half = new Request('http://uskalla.test/', {
      method: 'POST',
      body: (await whole.arrayBuffer()).slice(0, 60),
      headers: { 'content-type': whole.headers.get('content-type') ?? '' },
    })
    expect(await readForm(half, asked)).toBe('files')
  })
})

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\omat\\luvut.xlsx', 'luvut.xlsx'],
  ['luvut\u202efdp.csv\r\nX: y', 'luvutfdp.csvX: y'],
  ['"><img src=x onerror=alert(1)>.csv', '"><img src=x onerror=alert(1)>.csv'],
  ['a'.repeat(300), 'a'.repeat(100)],
  ['..\\', ''],
])('abuse-36 the name %j is shown as %j and leads nowhere', (name, shown) => {
  expect(shownFileName(name)).toBe(shown)
})
