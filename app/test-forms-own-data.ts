import { giveFeedback } from './notices/give-feedback.ts'
import type { OpenForm } from './test-forms-experiments.ts'
import type { createTestSite } from './test-site.ts'

type Site = Awaited<ReturnType<typeof createTestSite>>

/** The forms about one's own data, that of the log, and those of the notices. */
export const ownDataForms: Record<string, ((site: Site) => Promise<OpenForm>)[]> = {
  'download-own-data': [async () => ({ who: 'employee' })],
  'correct-own-data': [async () => ({ who: 'researcher' })],
  'change-address': [async () => ({ who: 'employee' })],
  'confirm-address': [async () => ({ who: 'employee', parameters: { secret: 'a'.repeat(43) } })],
  consents: [async () => ({ who: 'resident' })],
  'delete-own-data': [async () => ({ who: 'resident' })],
  'search-log': [async () => ({ who: 'office' })],
  'accessibility-feedback': [async () => ({ who: undefined }), async () => ({ who: 'resident' })],
  'answer-feedback': [
    async (site) => {
      await giveFeedback(site.database, {
        now: site.clock.now,
        requestId: 'test',
        lang: 'fi',
        newId: site.newId,
        message: 'Otsikoita ei lueta.',
        pageAddress: null,
        email: 'lukija@esimerkki.invalid',
      })
      const { id } = await site.database
        .selectFrom('accessibility_feedback')
        .select('id')
        .where('answered_at', 'is', null)
        .orderBy('case_number', 'desc')
        .executeTakeFirstOrThrow()
      return { who: 'office', parameters: { id } }
    },
  ],
}
