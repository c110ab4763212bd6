import type { KnowledgeTexts } from '../fi/knowledge.ts'

export const knowledge: KnowledgeTexts = {}
