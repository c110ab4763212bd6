import type { LessonsTexts } from '../fi/lessons.ts'

export const lessons: LessonsTexts = {}
