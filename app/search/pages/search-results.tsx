import { placeName, municipalityByCode } from '../../municipalities/index.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Card, CardList, Tag } from '../../ui/index.ts'
import type { SearchResult } from '../find-documents.ts'
import type { Segment } from '../marked-text.ts'
import { normalForm } from '../words/tokens.ts'
import type { FindableThings } from './findable-things.ts'

function Marked(props: { segments: readonly Segment[] }) {
  return <>{props.segments.map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}</>
}

function hrefOf(result: SearchResult, things: FindableThings, visit: Visit): string {
  const address = things.kinds.find((kind) => kind.value === result.kind)?.address
  return address === undefined ? (result.sourceUrl ?? '#') : visit.to(address, result.addressParameters)
}

/** Municipality, year and theme; what is not known is left out. */
function metaOf(result: SearchResult, things: FindableThings, visit: Visit): string {
  const { lang } = visit
  const { municipalityCode } = result
  const known = municipalityCode !== undefined && municipalityByCode(municipalityCode) !== undefined
  const theme = things.themes.find((one) => one.value === result.theme)?.word(lang)
  const elsewhere = things.kinds.find((kind) => kind.value === result.kind)?.address === undefined
  return [
    known ? placeName(municipalityCode, lang) : undefined,
    result.year,
    theme,
    elsewhere ? texts[lang].search.elsewhere : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' · ')
}

/** What was found where the person does not see it: words in a part of the text that is not shown. */
function FoundFurtherOn(props: { result: SearchResult; label: string }) {
  const shown = [...props.result.markedTitle, ...props.result.excerpt].map(({ text }) => normalForm(text))
  const hidden = props.result.why
    .filter((reason) => !shown.includes(reason.found))
    .map((reason) => reason.found)
  if (hidden.length === 0) return null
  return (
    <p class="muted">
      {props.label}: {[...new Set(hidden)].join(', ')}
    </p>
  )
}

/** The documents that were found, each with the words that were asked for marked. */
export function SearchResults(props: {
  visit: Visit
  results: readonly SearchResult[]
  things: FindableThings
}) {
  const { visit, things } = props
  const words = texts[visit.lang].search
  return (
    <CardList label={words.title} single>
      {props.results.map((result) => {
        const language = result.language === visit.lang ? undefined : result.language
        return (
          <Card
            headingLevel={2}
            href={hrefOf(result, things, visit)}
            title={
              <span lang={language}>
                <Marked segments={result.markedTitle} />
              </span>
            }
            tag={
              <>
                <Tag kind="plain">
                  {things.kinds.find((kind) => kind.value === result.kind)?.word(visit.lang) ?? result.kind}
                </Tag>
                {result.isExample && <Tag kind="lichen">{words.example}</Tag>}
              </>
            }
            meta={metaOf(result, things, visit)}
          >
            <p lang={language}>
              <Marked segments={result.excerpt} />
            </p>
            <FoundFurtherOn result={result} label={words.furtherOn} />
          </Card>
        )
      })}
    </CardList>
  )
}
