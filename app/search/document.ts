import type { Lang } from '../platform/language.ts'

/** What a room gives to be found: one public record in one language. */
export interface SearchDocument {
  /** What it is: 'experiment', 'lesson', 'library-title'. The room that owns it chooses the word. */
  readonly kind: string
  readonly recordId: string
  readonly language: Lang
  readonly title: string
  /** Everything else worth finding, as plain text. */
  readonly body: string
  /** Words that lead here but are not shown: other names, names of partners. */
  readonly keywords?: string
  /** The municipality's names in Finnish and Swedish are found too. Undefined where there is none. */
  readonly municipalityCode?: string | undefined
  readonly theme?: string | undefined
  readonly state?: string | undefined
  readonly year?: number | undefined
  /** What varies in the page's address, for example { id }. Empty where the record has no page of its own. */
  readonly addressParameters?: Record<string, string>
  /** True for made-up content, which is labelled wherever it is shown. */
  readonly isExample?: boolean | undefined
  /** Where it was published elsewhere, if it was. */
  readonly sourceUrl?: string | undefined
}

/** What a search may be narrowed to; each one left out does not narrow. */
export interface SearchFilters {
  readonly municipalityCode?: string | undefined
  readonly theme?: string | undefined
  readonly state?: string | undefined
  readonly year?: number | undefined
  readonly kinds?: readonly string[] | undefined
}
