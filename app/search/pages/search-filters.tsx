import { allMunicipalities } from '../../municipalities/index.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Button, ButtonLink, ButtonRow, Details, Select, TextField } from '../../ui/index.ts'
import type { FindableChoice, FindableThings } from './findable-things.ts'

/** What was asked for in the address; empty text where nothing was. */
export interface AskedInAddress {
  readonly q: string
  readonly kind: string
  readonly municipality: string
  readonly theme: string
  readonly state: string
  readonly year: string
}

/** Longest question that is read. */
export const longestQuestion = 200

/** True where anything besides the words was asked for. */
export function isNarrowed(asked: AskedInAddress): boolean {
  return Object.entries(asked).some(([name, value]) => name !== 'q' && value !== '')
}

/** The form of the search page: one field, and filters that open on demand. */
export function SearchFilters(props: {
  visit: Visit
  asked: AskedInAddress
  years: readonly number[]
  things: FindableThings
}) {
  const { visit, asked, things } = props
  const { lang } = visit
  const words = texts[lang].search
  const options = (choices: readonly FindableChoice[]) =>
    choices.map((choice) => ({ value: choice.value, label: choice.word(lang) }))
  return (
    <form method="get" role="search" aria-label={words.title}>
      <TextField name="q" type="search" label={words.text} value={asked.q} maxLength={longestQuestion} />
      <Details summary={words.narrow} open={isNarrowed(asked)}>
        <div class="filters">
          <Select
            name="kind"
            label={words.kind}
            value={asked.kind}
            empty={words.any}
            options={options(things.kinds)}
          />
          <Select
            name="municipality"
            label={words.municipality}
            value={asked.municipality}
            empty={words.any}
            options={allMunicipalities(lang).map((one) => ({ value: one.code, label: one.name[lang] }))}
          />
          <Select
            name="theme"
            label={words.theme}
            value={asked.theme}
            empty={words.any}
            options={options(things.themes)}
          />
          <Select
            name="state"
            label={words.state}
            value={asked.state}
            empty={words.any}
            groups={things.states.map(({ group, choices }) => ({
              label: group(lang),
              options: options(choices),
            }))}
          />
          <Select
            name="year"
            label={words.year}
            value={asked.year}
            empty={words.any}
            options={props.years.map((year) => ({ value: String(year), label: String(year) }))}
          />
        </div>
      </Details>
      <ButtonRow>
        <Button>{words.find}</Button>
        {isNarrowed(asked) && (
          <ButtonLink kind="quiet" href={visit.to('search', {}, { q: asked.q })}>
            {words.clear}
          </ButtonLink>
        )}
      </ButtonRow>
    </form>
  )
}
