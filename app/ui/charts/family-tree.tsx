import type { Child } from 'hono/jsx'
import type { Lang } from '../../platform/language.ts'
import { uiTexts } from '../texts.ts'

/** One experiment in a family of adoptions, with those who took it up from there. */
export type TreeNode = { title: string; href: string; meta: Child; current?: boolean; children: TreeNode[] }

const deepest = 12

function Branch(props: { lang: Lang; node: TreeNode; depth: number }) {
  const { node } = props
  return (
    <li>
      <div class={node.current ? 'tree-node tree-current' : 'tree-node'}>
        {node.current ? (
          <strong>
            {node.title} <span class="visually-hidden">({uiTexts[props.lang].youAreHere})</span>
          </strong>
        ) : (
          <a href={node.href}>{node.title}</a>
        )}
        <span class="tree-meta">{node.meta}</span>
      </div>
      {node.children.length > 0 && props.depth < deepest ? (
        <ul>
          {node.children.map((child) => (
            <Branch lang={props.lang} node={child} depth={props.depth + 1} />
          ))}
        </ul>
      ) : null}
    </li>
  )
}

/** A family of adoptions as nested lists that look like a tree. Generations beyond the twelfth are left out. */
export function FamilyTree(props: { lang: Lang; root: TreeNode }) {
  return (
    <ul class="tree">
      <Branch lang={props.lang} node={props.root} depth={1} />
    </ul>
  )
}
