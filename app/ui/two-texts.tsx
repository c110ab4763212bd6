import type { Lang } from '../platform/language.ts'
import { fieldId } from './problems.ts'
import { uiTexts } from './texts.ts'
import { markDifferences } from './word-difference.ts'

export type TextConflict = { label: string; name: string; mine: string; theirs: string; base?: string }

function Marked(props: { text: string; other: string; empty: string }) {
  if (props.text.trim() === '') return <p class="two-text two-text-empty">{props.empty}</p>
  return (
    <p class="two-text">
      {markDifferences(props.text, props.other).map((part) =>
        part.differs ? <mark>{part.text}</mark> : part.text,
      )}
    </p>
  )
}

function Side(props: {
  name: string
  side: 'mine' | 'theirs'
  title: string
  choose: string
  text: string
  other: string
  empty: string
  checked: boolean
}) {
  const id = props.side === 'mine' ? fieldId(props.name) : `${fieldId(props.name)}-${props.side}`
  return (
    <div class="two-texts-side">
      <h3>{props.title}</h3>
      <Marked text={props.text} other={props.other} empty={props.empty} />
      <div class="choice">
        <input
          type="radio"
          name={`choice-${props.name}`}
          id={id}
          value={props.side}
          checked={props.checked}
        />
        <label for={id}>
          <span class="choice-label">{props.choose}</span>
        </label>
      </div>
      <input type="hidden" name={`${props.side}-${props.name}`} value={props.text} />
    </div>
  )
}

/**
 * Two people saved the same page: both texts of each field side by side with the differing words marked, a choice between
 * them, and a field in which to combine them. What was chosen is what the form holds when it is read. Fields where both agree are shown
 * once and sent as they are.
 */
export function TwoTexts(props: { lang: Lang; rows: TextConflict[] }) {
  const words = uiTexts[props.lang].conflict
  return (
    <div>
      {props.rows.map((row) =>
        row.mine === row.theirs ? (
          <div class="two-texts-same">
            <h3>{row.label}</h3>
            <p class="two-text">{row.mine.trim() === '' ? words.empty : row.mine}</p>
            <p class="field-hint">{words.same}</p>
            <input type="hidden" name={`choice-${row.name}`} value="mine" />
            <input type="hidden" name={`mine-${row.name}`} value={row.mine} />
          </div>
        ) : (
          <fieldset class="two-texts-row">
            <legend class="field-label">{row.label}</legend>
            <div class="two-texts-sides">
              <Side
                name={row.name}
                side="mine"
                title={words.mine}
                choose={words.keepMine}
                text={row.mine}
                other={row.theirs}
                empty={words.empty}
                checked
              />
              <Side
                name={row.name}
                side="theirs"
                title={words.theirs}
                choose={words.keepTheirs}
                text={row.theirs}
                other={row.mine}
                empty={words.empty}
                checked={false}
              />
            </div>
            {row.base === undefined ? null : (
              <details class="details">
                <summary>{words.base}</summary>
                <p class="two-text">{row.base.trim() === '' ? words.empty : row.base}</p>
              </details>
            )}
            <div class="choice">
              <input
                type="radio"
                name={`choice-${row.name}`}
                id={`${fieldId(row.name)}-combined`}
                value="combined"
              />
              <label for={`${fieldId(row.name)}-combined`}>
                <span class="choice-label">{words.combine}</span>
              </label>
            </div>
            <label class="visually-hidden" for={`${fieldId(row.name)}-text`}>
              {words.combined}: {row.label}
            </label>
            <textarea class="input input-full" id={`${fieldId(row.name)}-text`} name={row.name} rows={4}>
              {`\n${row.mine}`}
            </textarea>
          </fieldset>
        ),
      )}
    </div>
  )
}
