// Owns: reports of texts, hiding them with a reason, appeals.
// Never does: changes or removes a text; each room hides its own and leaves its place standing.
// Looks back to: every room whose texts everybody reads, and people for their contacts.
export { isWriter, mayAnswerAppeal, mayModerate, mayReview } from './moderation-policy.ts'
export { moderationJobs } from './tell-moderators.ts'
export { answerAppealPage } from './pages/answer-appeal-page.tsx'
export { appealPage } from './pages/appeal-page.tsx'
export { moderationQueuePage } from './pages/queue-page.tsx'
export { reportPage } from './pages/report-page.tsx'
export { reviewPage } from './pages/review-page.tsx'
export { forgetPerson, ownDataOf } from './own-data-store.ts'
