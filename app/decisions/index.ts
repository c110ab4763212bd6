// Owns: decisions after the trial, where the thing lives now, the checks at 6 and 12 months.
// Never does: measures or judges the result; it asks evaluations.
// Looks back to: people, experiments, measurements and evaluations.
export { decide } from './decide.ts'
export { mayDecide, mayFollowUp } from './decision-policy.ts'
export { decisionsOf } from './decision-store.ts'
export type { Check, CheckAnswer, Decision, DecisionKind, Embedding } from './decision.ts'
export { decisionTexts } from './hiding-store.ts'
export { checksOf, embeddingOf, openChecksFor } from './follow-up-store.ts'
export { answerCheck, sayWhereItLives } from './follow-up.ts'
export { checkJobs } from './remind-of-checks.ts'
export { decidePage } from './pages/decide-page.tsx'
export { DecisionSection, FollowUpSection } from './pages/decision-section.tsx'
export { followUpPage } from './pages/follow-up-page.tsx'
export { sayWhereItLivesPage } from './pages/say-where-it-lives-page.tsx'
export { ownDataOf } from './own-data-store.ts'
