export const lessons = {}

export type LessonsTexts = typeof lessons
