// Owns: the library of what has been tried elsewhere, and the sources of the product's content.
// Never does: keeps experiments of its own municipalities, or texts of others beyond title and address.
// Looks back to: municipalities, search.
export { allLibraryTitles, libraryTitle } from './library.ts'
export { libraryTitleKind, loadLibrary } from './load-library.ts'
export { libraryPage } from './pages/library-page.tsx'
export { LibrarySection } from './pages/library-section.tsx'
export { sourcesPage } from './pages/sources-page.tsx'
