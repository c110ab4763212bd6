import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readIdentityProviders } from './identity-providers.ts'

const folder = mkdtempSync(join(tmpdir(), 'uskalla-providers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const kuopio = {
  issuer: 'https://login.example.fi/v2.0',
  clientId: 'uskalla',
  clientSecret: 'hyvin salainen',
  name: { fi: 'Kuopion tili', sv: 'Kuopios konto', en: 'Kuopio account' },
}

function read(content: unknown) {
  const file = join(folder, 'providers.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return readIdentityProviders(file)
}

describe('the file of identity providers', () => {
  test('may be absent from the settings', () => {
    expect(readIdentityProviders(undefined)).toEqual([])
  })

  test('names providers in its order; without values of amr and acr an account counts as one factor', () => {
    const muu = { ...kuopio, issuer: 'http://localhost:9000', severalFactors: { amr: ['mfa'] } }
    expect(read({ kuopio, muu })).toEqual([
      { key: 'kuopio', ...kuopio, severalFactors: { amr: [], acr: [] } },
      { key: 'muu', ...muu, severalFactors: { amr: ['mfa'], acr: [] } },
    ])
  })

  test.each<[string, unknown, string]>([
    ['is not JSON', '{', 'is not JSON'],
    [
      'has an issuer without TLS',
      { kuopio: { ...kuopio, issuer: 'http://login.example.fi' } },
      'kuopio.issuer: must be an https',
    ],
    [
      'has an issuer that is no address',
      { kuopio: { ...kuopio, issuer: 'kuopio' } },
      'kuopio.issuer: must be an https',
    ],
    [
      'has a key that cannot stand in an address',
      { 'Kuopion tili': kuopio },
      'must be named with small letters',
    ],
    ['lacks a secret', { kuopio: { ...kuopio, clientSecret: '' } }, 'kuopio.clientSecret'],
    ['lacks a name in Swedish', { kuopio: { ...kuopio, name: { fi: 'a', en: 'b' } } }, 'kuopio.name.sv'],
    ['holds a word that is not known', { kuopio: { ...kuopio, scope: 'email' } }, 'scope'],
  ])('that %s stops the start, and its fault is named but no secret', (_, content, fault) => {
    expect(() => read(content)).toThrow(fault)
    expect(() => read(content)).not.toThrow('hyvin salainen')
  })

  test('that does not exist stops the start', () => {
    expect(() => readIdentityProviders(join(folder, 'missing.json'))).toThrow('there is no file')
  })
})
