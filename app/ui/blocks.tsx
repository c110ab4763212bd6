import type { Child } from 'hono/jsx'
import { StepMark } from './step-mark.tsx'

export type TagKind = 'spruce' | 'lake' | 'cloudberry' | 'ink' | 'lichen' | 'plain'

/** A state in a word. Colour only supports the word; each kind also has its own mark. */
export function Tag(props: { kind: TagKind; children?: Child }) {
  return <span class={`tag tag-${props.kind}`}>{props.children}</span>
}

/** Something the person should notice on this page. */
export function Notice(props: { kind: 'info' | 'success' | 'attention'; title?: Child; children?: Child }) {
  return (
    <div class={`notice notice-${props.kind}`}>
      {props.title ? <p class="notice-title">{props.title}</p> : null}
      <div>{props.children}</div>
    </div>
  )
}

/** A quiet block: `learned` for what we learned, `know` for what is good to know. Inside a section its title is an h3. */
export function Panel(props: {
  kind: 'learned' | 'know' | 'plain'
  title?: Child
  headingLevel?: 2 | 3
  children?: Child
}) {
  const title = props.headingLevel === 3 ? <h3>{props.title}</h3> : <h2>{props.title}</h2>
  return (
    <section class={`panel panel-${props.kind}`}>
      {props.title ? title : null}
      {props.children}
    </section>
  )
}

/** What a list says when it has nothing in it: one sentence and what to do next. */
export function EmptyState(props: { text: Child; action?: { href: string; text: string } }) {
  return (
    <div class="empty">
      <StepMark size="large" />
      <p>{props.text}</p>
      {props.action ? (
        <p>
          <a class="button button-secondary" href={props.action.href}>
            {props.action.text}
          </a>
        </p>
      ) : null}
    </div>
  )
}

/** Cards in a grid that finds its own number of columns, or under one another where `single` (search results). */
export function CardList(props: { children?: Child; label?: string; single?: boolean }) {
  return (
    <ul class={props.single ? 'cards cards-single' : 'cards'} role="list" aria-label={props.label}>
      {props.children}
    </ul>
  )
}

function CardTitle(props: { level: 2 | 3 | 4; children?: Child }) {
  if (props.level === 2) return <h2 class="card-title">{props.children}</h2>
  if (props.level === 4) return <h4 class="card-title">{props.children}</h4>
  return <h3 class="card-title">{props.children}</h3>
}

/** One thing in a `CardList`: its title is the link, and the whole card may be pressed. */
export function Card(props: {
  title: Child
  href: string
  tag?: Child
  meta?: Child
  children?: Child
  headingLevel?: 2 | 3 | 4
}) {
  return (
    <li class="card">
      {props.tag ? <p class="card-tag">{props.tag}</p> : null}
      <CardTitle level={props.headingLevel ?? 3}>
        <a href={props.href}>{props.title}</a>
      </CardTitle>
      {props.children ? <div class="card-body">{props.children}</div> : null}
      {props.meta ? <p class="card-meta">{props.meta}</p> : null}
    </li>
  )
}

/** The few ways into the service on the front page, large and equal. */
export function Doors(props: { doors: { title: string; text: string; href: string }[] }) {
  return (
    <ul class="doors">
      {props.doors.map((door) => (
        <li>
          <a href={door.href}>
            <span class="door-title">{door.title}</span>
            <span class="door-text">{door.text}</span>
            <StepMark />
          </a>
        </li>
      ))}
    </ul>
  )
}

/** A link that stands back and is not printed: for what few people need, beside something else. `about` is read after it. */
export function QuietLink(props: { href: string; text: string; about?: string }) {
  return (
    <p class="muted quiet-link">
      <a href={props.href} rel="nofollow">
        {props.text}
        {props.about && <span class="visually-hidden"> {props.about}</span>}
      </a>
    </p>
  )
}

/** Two things side by side: what we predicted beside what happened. */
export function Compare(props: {
  left: { title: Child; children?: Child }
  right: { title: Child; children?: Child }
}) {
  return (
    <div class="compare">
      <section>
        <h3>{props.left.title}</h3>
        {props.left.children}
      </section>
      <section>
        <h3>{props.right.title}</h3>
        {props.right.children}
      </section>
    </div>
  )
}
