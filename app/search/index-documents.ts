import type { Database } from '../platform/database/database.ts'
import { municipalityByCode } from '../municipalities/index.ts'
import type { SearchDocument } from './document.ts'
import { deleteDocument, saveDocument } from './search-store.ts'
import { rememberWords } from './word-store.ts'
import { isStopWord } from './words/stop-words.ts'
import { tokensOf } from './words/tokens.ts'
import { installedWordForms, type WordForms } from './words/word-forms.ts'

function formsOf(text: string, document: SearchDocument): string[] {
  const forms = new Set(tokensOf(text).map((token) => token.form))
  return [...forms].filter((form) => !isStopWord(form, document.language))
}

function keywordsOf(document: SearchDocument): string {
  const municipality =
    document.municipalityCode === undefined ? undefined : municipalityByCode(document.municipalityCode)
  const names = municipality === undefined ? '' : `${municipality.name.fi} ${municipality.name.sv}`
  return `${document.keywords ?? ''} ${names}`
}

/**
 * Makes a public record findable, in the caller's transaction. The same kind, record and language again replaces what
 * was there. Only what everybody may see may be given here.
 */
export async function indexDocument(
  database: Database,
  document: SearchDocument,
  wordForms: WordForms = installedWordForms(),
): Promise<void> {
  const forms = {
    title: formsOf(document.title, document),
    keywords: formsOf(keywordsOf(document), document),
    body: formsOf(document.body, document),
  }
  await saveDocument(database, document, forms)
  const all = new Set([...forms.title, ...forms.keywords, ...forms.body])
  await rememberWords(database, document.language, [...all], wordForms)
}

/** Takes a record out of the search in every language; nothing happens where it was not there. */
export async function removeDocument(database: Database, kind: string, recordId: string): Promise<void> {
  await deleteDocument(database, kind, recordId)
}
