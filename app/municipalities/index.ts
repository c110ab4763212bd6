// Owns: the register of municipalities, their borders, their names in sentences, key figures and which one resembles which.
// Never does: keeps anything about people, or anything that a municipality itself says.
// Looks back to: nothing.
export {
  allMunicipalities,
  allRegions,
  codeToday,
  mergersInto,
  municipalityByCode,
  regionOf,
  wellbeingAreaOf,
  type Municipality,
} from './register.ts'
export { placeName } from './place-names.ts'
export { placesWithRoom } from './places-with-room.ts'
export { type LikenessFigure, likenessFigures, resembling } from './resembling.ts'
export { boundaryPaths } from './boundary-store.ts'
export { importBoundaries } from './import-boundaries.ts'
export { loadMunicipalities } from './municipality-store.ts'
export { municipalityListPage } from './pages/municipality-list-page.tsx'
export { NumbersSection } from './pages/numbers-section.tsx'
export { ResemblingSection } from './pages/resembling-section.tsx'
