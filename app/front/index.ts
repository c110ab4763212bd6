// Owns: the frame around every page, the front page, my open things, and pages composed of several rooms.
// Never does: keeps records of its own.
// Looks back to: every room.
export { frameWith } from './frame.tsx'
export { loadContent } from './load-content.ts'
export { findableThings } from './findable-things.ts'
export { cataloguePage } from './pages/catalogue-page.tsx'
export { mailPage } from './pages/mail-page.tsx'
export { municipalityPage } from './pages/municipality-page.tsx'
export { experimentPage } from './pages/experiment-page.tsx'
export { frontPage } from './pages/front-page.tsx'
export { myThingsPage } from './pages/my-things-page.tsx'
