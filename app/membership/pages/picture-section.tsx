import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { QuietLink } from '../../ui/index.ts'
import type { MunicipalityPicture } from '../picture-store.ts'

/** The picture itself, from our own address, with what is in it for whoever does not see it. */
export function Picture({ visit, picture }: { visit: Visit; picture: MunicipalityPicture }) {
  const { municipalityCode: code, hash, lang } = picture
  return (
    <img
      src={visit.to('municipality-picture-file', { code, hash })}
      alt={picture.description}
      lang={lang === visit.lang ? undefined : lang}
      width={picture.width}
      height={picture.height}
      loading="lazy"
      decoding="async"
    />
  )
}

/** A municipality's picture with whose it is and a way to report it; nothing where there is none or it is hidden. */
export function PictureSection(props: { visit: Visit; picture: MunicipalityPicture | undefined }) {
  const { visit, picture } = props
  if (!picture || picture.hidden) return null
  const { reportPicture, kinds } = texts[visit.lang].moderation
  return (
    <figure class="picture">
      <Picture visit={visit} picture={picture} />
      <figcaption>
        <span lang={picture.lang === visit.lang ? undefined : picture.lang}>{picture.source}</span>{' '}
        <QuietLink
          href={visit.to('report-text', { kind: 'picture', id: picture.id })}
          text={reportPicture}
          about={kinds.picture}
        />
      </figcaption>
    </figure>
  )
}
