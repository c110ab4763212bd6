// Owns: the index of everything public, and the word forms of Finnish, Swedish and English.
// Never does: decides what is public; the room that owns a record gives it here only when everybody may see it.
// Looks back to: municipalities, for their names.
export { indexDocument, removeDocument } from './index-documents.ts'
export { search, type SearchResult } from './find-documents.ts'
export { keepWordsFresh, searchJobs } from './fresh-words.ts'
export { similarTo } from './similar-documents.ts'
export { searchPage } from './pages/search-page.tsx'
export type { FindableThings } from './pages/findable-things.ts'
