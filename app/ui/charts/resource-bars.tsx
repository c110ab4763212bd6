import type { Lang } from '../../platform/language.ts'
import { uiTexts } from '../texts.ts'

export type ResourceLevel = 0 | 1 | 2 | 3 | 4
export type ResourceItem = { name: string; level: ResourceLevel | undefined; words: string }

/** Six small bars, one a resource: four parts of which `level` are filled, always with words. Unknown is drawn open and said. */
export function ResourceBars(props: { lang: Lang; items: ResourceItem[] }) {
  const words = uiTexts[props.lang]
  return (
    <ul class="resources">
      {props.items.map((item) => (
        <li class={item.level === undefined ? 'resource resource-unknown' : 'resource'}>
          <span class="resource-name">{item.name}</span>
          <svg
            class="resource-bar"
            viewBox="0 0 100 12"
            width="100"
            height="12"
            aria-hidden="true"
            focusable="false"
          >
            {[0, 1, 2, 3].map((part) => (
              <rect
                class={item.level !== undefined && part < item.level ? 'part part-full' : 'part'}
                x={part * 25 + 1}
                y="1"
                width="22"
                height="10"
                rx="2"
              />
            ))}
          </svg>
          <span class="resource-words">
            <span class="visually-hidden">
              {item.level === undefined ? words.resourceUnknown : words.resourceLevel(item.level)}.{' '}
            </span>
            {item.words || (item.level === undefined ? words.resourceUnknown : '')}
          </span>
        </li>
      ))}
    </ul>
  )
}
