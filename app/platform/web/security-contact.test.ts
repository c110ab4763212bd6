import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { serveSecurityContact } from './security-contact.ts'
import type { SiteEnvironment } from './site-parts.ts'

describe('where to tell about a weakness', () => {
  test.each(['2026-03-10T08:00:00Z', '2027-12-31T23:59:59Z'])(
    'is said for more than five months and less than a year, at %s',
    async (at) => {
      const hono = new Hono<SiteEnvironment>()
      const now = new Date(at)
      serveSecurityContact(hono, {
        baseUrl: 'https://kokeilut.example.fi',
        contact: 'turva@example.fi',
        now: () => now,
      })
      const answer = await hono.request('/.well-known/security.txt')
      expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
      const text = await answer.text()
      expect(text).toContain('Contact: mailto:turva@example.fi\n')
      expect(text).toContain('Canonical: https://kokeilut.example.fi/.well-known/security.txt\n')
      const expires = new Date(/^Expires: (\d{4}-\d\d-\d\dT00:00:00Z)$/m.exec(text)?.[1] ?? '')
      const days = (expires.getTime() - now.getTime()) / 86_400_000
      expect(days).toBeGreaterThan(150)
      expect(days).toBeLessThan(365)
    },
  )
})
