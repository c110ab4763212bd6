// Owns: the notices of privacy, accessibility and cookies, and feedback on accessibility with its queue.
// Never does: keeps personal data of its own beside the address of whoever wants an answer.
// Looks back to: people for the cookie, own-data for the register.
export { feedbackRetention } from './feedback-store.ts'
export { mayAnswerFeedback } from './notices-policy.ts'
export { noticesJobs } from './notices-jobs.ts'
export { accessibilityFeedbackPage } from './pages/accessibility-feedback-page.tsx'
export { accessibilityPage } from './pages/accessibility-page.tsx'
export { answerFeedbackPage } from './pages/answer-feedback-page.tsx'
export { cookiesPage } from './pages/cookies-page.tsx'
export { feedbackQueuePage } from './pages/feedback-queue-page.tsx'
export { privacyPage } from './pages/privacy-page.tsx'
