import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pathTo } from './platform/web/address.ts'
import { languages } from './platform/language.ts'
import { zip } from './platform/zip.ts'
import { unzip } from './platform/unzip.ts'
import { plates, programsAt, reading } from './test-programs.ts'
import { createTestSite, type TestBrowser } from './test-site.ts'

let site: Awaited<ReturnType<typeof createTestSite>>
let kaisa: TestBrowser
let programs: ReturnType<typeof programsAt>

beforeAll(async () => {
  site = await createTestSite()
  kaisa = await site.browser('employee')
  programs = programsAt(site, kaisa)
})
afterAll(() => site.close())

/** Names that would change every object, if what was sent were copied into one. */
const polluting = ['__proto__', 'constructor', 'prototype', 'toString']

describe('abuse-47 what phones and programs send', () => {
  test.each(polluting)('holds no %s, however deep, and changes no object', async (name) => {
    const id = await programs.running()
    const key = await programs.keyFor(id)
    const one = JSON.stringify(reading('a')).slice(0, -1)
    for (const body of [
      `${one},"${name}":{"polluted":true}}`,
      `[${one},"${name}":"x"}]`,
      `{"${name}":${JSON.stringify(reading('a'))}}`,
    ]) {
      const answer = await programs.send(key, body)
      expect([body, answer.status]).toEqual([body, 422])
    }
    expect(await programs.valuesOf(id)).toEqual([])
    const headers = {
      'content-type': 'application/json',
      'x-uskalla-log': '1',
      'sec-fetch-site': 'same-origin',
    }
    const owner = /data-owner="([\w-]{43})"/.exec((await kaisa.get('/fi/pikakirjaus')).text)?.[1] ?? ''
    expect(owner).not.toBe('')
    for (const body of [`{"owner":"${owner}","entry":{"${name}":{}},"${name}":{}}`, `{"${name}":{}}`]) {
      const answer = await kaisa.send('/pikakirjaus/merkinnat/fi', { method: 'POST', headers, body })
      expect([body, answer.status]).toEqual([body, 400])
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test('a form may be called by those names and is refused for it', async () => {
    for (const name of polluting) {
      const answer = await kaisa.post('/fi/ideat/kerro', { [name]: 'x', problem: 'Ruokaa jää.' })
      expect([name, answer.status]).toEqual([name, 400])
    }
  })

  test('no session stands for a key and no key for a session, wherever it is put', async () => {
    const id = await programs.running()
    const key = await programs.keyFor(id)
    const path = `/api/v1/measures/${plates.id}/observations`
    const asPerson = await kaisa.send(path, {
      method: 'POST',
      body: JSON.stringify(reading('a')),
      headers: { 'content-type': 'application/json', origin: 'http://uskalla.test' },
    })
    expect([401, 404]).toContain(asPerson.status)
    const stranger = await site.browser()
    const asProgram = await stranger.send('/pikakirjaus/merkinnat/fi', {
      method: 'POST',
      body: '{}',
      headers: {
        'content-type': 'application/json',
        'x-uskalla-log': '1',
        'sec-fetch-site': 'same-origin',
        authorization: `Bearer ${key}`,
        cookie: `session=${key}`,
      },
    })
    expect(asProgram.status).toBe(401)
    expect(await programs.valuesOf(id)).toEqual([])
  })
})

describe('abuse-55 what the worker of the quick log keeps', () => {
  test.each(languages)('is the same for everybody and names nobody: %s', async (lang) => {
    const shell = pathTo(lang, 'quick-log-shell')
    const stranger = await (await site.browser()).get(shell)
    const own = await kaisa.get(shell)
    expect([stranger.status, own.text]).toEqual([200, stranger.text])
    expect(own.text).not.toMatch(/Kaisa|@|_token|data-owner="[\w-]{43}"/)
    expect(own.headers.getSetCookie()).toEqual([])
  })

  test('is put by once, without cookies, and no answer to anybody is put beside it', () => {
    const source = readFileSync(new URL('measurements/phone/log-worker.browser.ts', import.meta.url), 'utf8')
    expect(source.match(/cache\.(?:addAll|add|put)\(/g)).toEqual(['cache.addAll('])
    expect(source).toContain("credentials: 'omit'")
  })

  test('pages of somebody who has signed in say that nothing may keep them', async () => {
    for (const path of ['/fi/pikakirjaus', '/fi/omat', '/fi/loki/haku']) {
      const answer = await kaisa.get(path)
      expect([path, answer.headers.get('cache-control')]).toEqual([path, 'private, no-store'])
    }
  })
})

describe('abuse-36 an archive', () => {
  test('whose files have names that lead elsewhere, or that objects know, leads nowhere', () => {
    const limits = { files: 10, bytes: 1_000 }
    const packed = (name: string) => zip([{ name, content: 'x' }], new Date('2026-03-10'))
    for (const name of ['../a', 'a/../../b', '/etc/passwd', 'a\\..\\b', 'C:\\a', './a', 'a\0b', 'a/./b'])
      expect(unzip(packed(name), limits), name).toEqual({ ok: false, fault: 'bad-name' })
    for (const name of polluting) {
      const read = unzip(packed(name), limits)
      expect(read.ok && [...read.files.keys()]).toEqual([name])
    }
    expect(Object.keys({})).toEqual([])
  })
})
