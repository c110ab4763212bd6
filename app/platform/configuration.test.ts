import { describe, expect, test } from 'vitest'
import { readConfiguration } from './configuration.ts'
import { productFolder } from './folders.ts'

describe('settings', () => {
  test('nothing set: a demonstration for one’s own machine', () => {
    expect(readConfiguration({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataFolder: `${productFolder}/.uskalla`,
      databaseUrl: undefined,
      baseUrl: 'http://localhost:3000',
      smtpUrl: undefined,
      mailIn: {
        port: 2525,
        host: '127.0.0.1',
        domain: 'localhost',
        trustedServer: undefined,
        tls: undefined,
        anyPort: true,
      },
      mailFrom: 'uskalla@localhost',
      dataProtectionContact: undefined,
      securityContact: 'uskalla@localhost',
      trustedProxies: ['127.0.0.1', '::1'],
      rateLimits: true,
      sessions: { idleHours: 336, idleHoursOfOffice: 12, longestDays: 30 },
      identityProvidersFile: undefined,
      demo: true,
      production: false,
    })
  })

  test('production: no demonstration, and the address people use comes from the operator', () => {
    const production = readConfiguration({
      NODE_ENV: 'production',
      BASE_URL: 'https://kokeilut.example.fi/',
      HOST: '0.0.0.0',
      PORT: '8080',
      USKALLA_DATA: '/var/lib/uskalla',
      DATABASE_URL: 'postgresql://uskalla:salainen@db.example.fi/uskalla',
      SMTP_URL: 'smtps://mail.example.fi',
    })
    expect(production).toMatchObject({
      demo: false,
      production: true,
      baseUrl: 'https://kokeilut.example.fi',
      port: 8080,
      dataFolder: '/var/lib/uskalla',
      mailFrom: 'uskalla@kokeilut.example.fi',
    })
  })

  test('every fault is named at once, without telling what was written', () => {
    const faulty = () =>
      readConfiguration({
        PORT: '80800',
        HOST: 'a host',
        DATABASE_URL: 'mysql://root:hunter2@db',
        BASE_URL: 'kokeilut',
        SMTP_URL: 'mail',
        MAIL_FROM: 'nobody',
        USKALLA_DEMO: 'perhaps',
        USKALLA_TRUSTED_PROXIES: 'proxy.example.fi',
        USKALLA_RATE_LIMITS: 'some',
        USKALLA_SECURITY_CONTACT: 'https://example.fi',
      })
    for (const name of [
      'PORT',
      'HOST',
      'DATABASE_URL',
      'BASE_URL',
      'SMTP_URL',
      'MAIL_FROM',
      'USKALLA_DEMO',
      'USKALLA_TRUSTED_PROXIES',
      'USKALLA_RATE_LIMITS',
      'USKALLA_SECURITY_CONTACT',
    ]) {
      expect(faulty).toThrow(new RegExp(`- ${name} must be`))
    }
    expect(faulty).not.toThrow(/hunter2/)
  })

  test('a demonstration refuses to run in production, where anybody could act as anybody', () => {
    const both = () =>
      readConfiguration({
        NODE_ENV: 'production',
        BASE_URL: 'https://kokeilut.example.fi',
        USKALLA_DEMO: 'on',
      })
    expect(both).toThrow(/USKALLA_DEMO may not be on/)
    expect(readConfiguration({ USKALLA_DEMO: 'off' }).demo).toBe(false)
  })

  test('production is never without limits; elsewhere they can be set aside for measuring', () => {
    const unlimited = { USKALLA_RATE_LIMITS: 'off' }
    expect(readConfiguration(unlimited).rateLimits).toBe(false)
    expect(() =>
      readConfiguration({
        ...unlimited,
        NODE_ENV: 'production',
        BASE_URL: 'https://kokeilut.example.fi',
      }),
    ).toThrow(/USKALLA_RATE_LIMITS may not be off/)
  })

  test('proxies in front are addresses and ranges, with commas or spaces between', () => {
    expect(readConfiguration({ USKALLA_TRUSTED_PROXIES: '10.0.0.0/8, 2001:db8::1' }).trustedProxies).toEqual([
      '10.0.0.0/8',
      '2001:db8::1',
    ])
  })

  test('an empty variable is one that is not set', () => {
    expect(readConfiguration({ PORT: '', DATABASE_URL: ' ', USKALLA_DEMO: '' })).toEqual(
      readConfiguration({}),
    )
  })

  describe('for letters that come in', () => {
    const production = { NODE_ENV: 'production', BASE_URL: 'https://kokeilut.example.fi' }

    test('on a server none come unless a port is set, and a demonstration can do without', () => {
      expect(readConfiguration(production).mailIn).toBeUndefined()
      expect(readConfiguration({ USKALLA_MAIL_IN_PORT: 'off' }).mailIn).toBeUndefined()
      const settings = {
        ...production,
        USKALLA_MAIL_IN_PORT: '2525',
        USKALLA_MAIL_IN_HOST: '0.0.0.0',
        USKALLA_MAIL_IN_DOMAIN: 'vastaus.example.fi',
        USKALLA_MAIL_IN_TRUSTED_SERVER: 'mx.example.fi',
        USKALLA_MAIL_IN_TLS_CERTIFICATE: '/etc/tls/cert.pem',
        USKALLA_MAIL_IN_TLS_KEY: '/etc/tls/key.pem',
      }
      expect(readConfiguration(settings).mailIn).toEqual({
        port: 2525,
        host: '0.0.0.0',
        domain: 'vastaus.example.fi',
        trustedServer: 'mx.example.fi',
        tls: { certificateFile: '/etc/tls/cert.pem', keyFile: '/etc/tls/key.pem' },
        anyPort: false,
      })
    })

    test.each([
      [{ USKALLA_MAIL_IN_PORT: '25x' }, 'USKALLA_MAIL_IN_PORT must be a whole number'],
      [{ USKALLA_MAIL_IN_PORT: '70000' }, 'USKALLA_MAIL_IN_PORT must be a whole number'],
      [{ USKALLA_MAIL_IN_PORT: '3000' }, 'USKALLA_MAIL_IN_PORT and PORT must differ'],
      [{ ...production, USKALLA_MAIL_IN_PORT: '2525' }, 'USKALLA_MAIL_IN_DOMAIN must be set'],
      [{ USKALLA_MAIL_IN_DOMAIN: 'a@b.fi' }, 'USKALLA_MAIL_IN_DOMAIN must be a domain'],
      [{ USKALLA_MAIL_IN_HOST: 'a b' }, 'USKALLA_MAIL_IN_HOST must be'],
      [{ USKALLA_MAIL_IN_TRUSTED_SERVER: 'mx; x' }, 'USKALLA_MAIL_IN_TRUSTED_SERVER must be'],
      [{ USKALLA_MAIL_IN_TLS_KEY: '/key.pem' }, 'must be set together'],
    ])('%j is named at the start', (environment, fault) => {
      expect(() => readConfiguration(environment)).toThrow(fault)
    })
  })
})
