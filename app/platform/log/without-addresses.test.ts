import { expect, test } from 'vitest'
import { withoutAddresses } from './without-addresses.ts'

test.each([
  [
    "Error: Can't send mail - all recipients were rejected: 550 5.1.1 <liisa.l+koe@keitele.example>: unknown",
    "Error: Can't send mail - all recipients were rejected: 550 5.1.1 <…>: unknown",
  ],
  ['liisa@keitele.example and äiti@äänekoski.example, both', '… and …, both'],
  ['/fi/kirjaudu?email=liisa%40keitele.example', '/fi/kirjaudu?email=…'],
  ['    at /srv/node_modules/@scope/name/index.js:3:1', '    at /srv/node_modules/@scope/name/index.js:3:1'],
  ['connect ECONNREFUSED 127.0.0.1:9', 'connect ECONNREFUSED 127.0.0.1:9'],
])('%j becomes %j', (text, kept) => {
  expect(withoutAddresses(text)).toBe(kept)
})
