import type { Child } from 'hono/jsx'
import type { Lang } from '../platform/language.ts'
import { type Piece, readPlainText } from './plain-text.ts'

/** The page's h1, with an optional caption above it (what kind of thing this is) and a tag after it (its state). */
export function PageTitle(props: { children?: Child; caption?: string; tag?: Child; large?: boolean }) {
  return (
    <div class="page-title">
      {props.caption ? <p class="page-caption">{props.caption}</p> : null}
      <h1 class={props.large ? 'title-large' : undefined}>{props.children}</h1>
      {props.tag ? <p class="page-state">{props.tag}</p> : null}
    </div>
  )
}

/** The sentence or two that open a page, larger than the body. */
export function Lede(props: { children?: Child }) {
  return <p class="lede">{props.children}</p>
}

/** A part of a page with its own heading (h2 unless `level` is 3); `id` makes it a place to link to. */
export function Section(props: { title: Child; id?: string; level?: 2 | 3; children?: Child }) {
  return (
    <section class="section" id={props.id}>
      {props.level === 3 ? <h3>{props.title}</h3> : <h2>{props.title}</h2>}
      {props.children}
    </section>
  )
}

/** A line of somebody's text: words, and web addresses as links of which the linked site learns nothing. */
function Line(props: { pieces: readonly Piece[] }) {
  return (
    <>
      {props.pieces.map(({ text, href }) =>
        href === undefined ? (
          text
        ) : (
          <a href={href} rel="nofollow ugc noopener noreferrer">
            {text}
          </a>
        ),
      )}
    </>
  )
}

/**
 * Text as somebody typed it: an empty line parts paragraphs, a line break stays one, lines that begin with `- ` are a list,
 * and web addresses are links. Nothing is read as HTML.
 */
export function Prose(props: { text: string; lang?: Lang }) {
  return (
    <div class="prose" lang={props.lang}>
      {readPlainText(props.text).map((block) =>
        block.kind === 'list' ? (
          <ul>
            {block.items.map((pieces) => (
              <li>
                <Line pieces={pieces} />
              </li>
            ))}
          </ul>
        ) : (
          <p>
            {block.lines.map((pieces, index) => (
              <>
                {index === 0 ? null : <br />}
                <Line pieces={pieces} />
              </>
            ))}
          </p>
        ),
      )}
    </div>
  )
}

/** Something that can be unfolded: terms, methods, tables behind a chart. */
export function Details(props: { summary: Child; children?: Child; open?: boolean }) {
  return (
    <details class="details" open={props.open}>
      <summary>{props.summary}</summary>
      <div class="details-body">{props.children}</div>
    </details>
  )
}

/** A link back to the page one came from, above the title. */
export function BackLink(props: { href: string; text: string }) {
  return (
    <p class="back">
      <a href={props.href}>
        <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
          <path d="M10 3 5 8l5 5" fill="none" stroke="currentColor" stroke-width="2" />
        </svg>
        {props.text}
      </a>
    </p>
  )
}

/** Somebody's words, with who said them. */
export function Quote(props: { children?: Child; source?: Child }) {
  return (
    <figure class="quote">
      <blockquote>{props.children}</blockquote>
      {props.source ? <figcaption>{props.source}</figcaption> : null}
    </figure>
  )
}

/** A word of the field with what it means, as one row of a definition list. */
export function DefinitionTerm(props: { term: Child; children?: Child }) {
  return (
    <dl class="definition">
      <dt>{props.term}</dt>
      <dd>{props.children}</dd>
    </dl>
  )
}

/** Main content with something quieter beside it on a wide page and below it on a phone. */
export function WithAside(props: { aside: Child; label: string; children?: Child }) {
  return (
    <div class="with-aside">
      <div class="with-aside-main">{props.children}</div>
      <aside aria-label={props.label}>{props.aside}</aside>
    </div>
  )
}
