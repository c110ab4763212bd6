// Owns: lesson cards, taking an experiment up elsewhere, the family of adoptions.
// Never does: changes the experiment that was taken up.
// Looks back to: people, municipalities, search and experiments.
export { planForAdoption } from './adopt-experiment.ts'
export { familyOf, municipalitiesRepeating, type FamilyMember } from './family.ts'
export { mayAdopt, mayWriteLesson } from './lesson-policy.ts'
export { lessonOfExperiment } from './lesson-store.ts'
export type { Lesson } from './lesson.ts'
export { newestLessons, taughtOnPage, type Taught } from './read-lessons.ts'
export { writeLesson } from './write-lesson.ts'
export { adoptPage } from './pages/adopt-page.tsx'
export { familyPage } from './pages/family-page.tsx'
export { FamilySection } from './pages/family-section.tsx'
export { lessonPage } from './pages/lesson-page.tsx'
export { LessonSection } from './pages/lesson-section.tsx'
export { lessonsPage } from './pages/lessons-page.tsx'
export { TaughtCards } from './pages/taught-cards.tsx'
export { writeLessonPage } from './pages/write-lesson-page.tsx'
export { ownDataOf } from './own-data-store.ts'
