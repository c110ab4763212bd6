// Owns: ideas, the hours offered for them, their pondering and the answer each one gets.
// Never does: plans or tries anything.
// Looks back to: people, municipalities and search.
export { type Idea, type IdeaCost, type IdeaState, ideaStates } from './idea.ts'
export { costInWords, stateTag as ideaStateTag } from './idea-in-words.ts'
export { mayEditIdea, mayOfferHours, mayPonder, maySeePondering } from './idea-policy.ts'
export { costOf, findIdea, listIdeas, openIdeasOf } from './idea-store.ts'
export { agreePondering } from './agree-pondering.ts'
export { offerHours } from './offer-hours.ts'
export { recordPondering } from './record-pondering.ts'
export { tellIdea } from './tell-idea.ts'
export { agreePonderingPage } from './pages/agree-pondering-page.tsx'
export { editIdeaPage } from './pages/edit-idea-page.tsx'
export { ideaPage } from './pages/idea-page.tsx'
export { ideasPage } from './pages/ideas-page.tsx'
export { offerHoursPage } from './pages/offer-hours-page.tsx'
export { ponderingCalendarFile } from './pages/pondering-calendar-file.ts'
export { recordPonderingPage } from './pages/record-pondering-page.tsx'
export { tellIdeaPage } from './pages/tell-idea-page.tsx'
