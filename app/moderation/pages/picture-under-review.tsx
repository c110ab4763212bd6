import type { TextUnderReview } from '../../platform/hidden.ts'
import type { Visit } from '../../platform/web/visit.ts'

/** The picture that the texts belong to; nothing where there is none. */
export function PictureUnderReview({ visit, text }: { visit: Visit; text: TextUnderReview }) {
  if (!text.picture) return null
  const { name, parameters } = text.picture
  return (
    <figure class="picture">
      <img src={visit.to(name, parameters)} alt={text.texts[0] ?? ''} />
    </figure>
  )
}
