export const knowledge = {}

export type KnowledgeTexts = typeof knowledge
