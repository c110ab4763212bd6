// Owns: what others may fetch and build on, and the address to which programs send readings; its description and its page.
// Never does: decides what is stored, or gives what a visitor who has not signed in could not see.
// Looks back to: municipalities, search, experiments, measurements, evaluations, decisions, lessons and knowledge.
export { serveApi } from './serve-api.ts'
export { apiPage } from './pages/api-page.tsx'
