import { type Experiment, measureOf, measureOn } from '../../experiments/index.ts'
import { isLang, type Lang } from '../../platform/language.ts'
import { pathTo } from '../../platform/web/address.ts'
import type { FormState } from '../../platform/web/page.ts'
import { dayOf } from '../../platform/format.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Button, ButtonRow, Form, Lede, PageTitle } from '../../ui/index.ts'
import { canMakePdf, posterSheet, qrPath } from '../poster-sheet.ts'

interface JustMade {
  posterId: string
  secret: string
  lang: Lang
  measureId: string
  unit: string | null
}

/** A poster that was made by this submit, from what is shown this once; undefined when none was. */
export function readMade(shownOnce: readonly string[] | undefined): JustMade | undefined {
  const [posterId, secret, lang, measureId, unit] = shownOnce ?? []
  if (posterId === undefined || secret === undefined || measureId === undefined || !isLang(lang))
    return undefined
  return { posterId, secret, lang, measureId, unit: unit || null }
}

/** A poster just made: what stands on it, ready to print, and the way to its PDF. Its address is nowhere else. */
export function MadePoster(props: { visit: Visit; experiment: Experiment; made: JustMade; form: FormState }) {
  const { visit, experiment } = props
  const { posterId, secret, lang, measureId, unit } = props.made
  const words = texts[visit.lang].posters.made
  const planned = measureOf(experiment.plan, measureId)
  const measure = planned && measureOn(experiment, planned, dayOf(visit.now))
  const address = visit.absolute(pathTo(lang, 'poster', { secret }))
  const qr = qrPath(address)
  const to = { id: experiment.id, posterId }
  if (!measure) return null
  const sheet = posterSheet(lang, { experiment, measure, unit, address })
  return (
    <>
      <div class="screen-only">
        <PageTitle>{words.title}</PageTitle>
        <Lede>{words.lede}</Lede>
        {canMakePdf() ? (
          <Form
            lang={visit.lang}
            submission={props.form.submission}
            action={visit.to('print-poster', to)}
            hidden={{ address }}
          >
            <ButtonRow>
              <Button>{words.pdf}</Button>
            </ButtonRow>
          </Form>
        ) : (
          <p>{words.noPdf}</p>
        )}
      </div>
      <article class="poster" lang={lang}>
        {sheet.tag && <p>{sheet.tag}</p>}
        <h2>{sheet.question}</h2>
        <p class="poster-measure">{[sheet.measure, sheet.unit].filter((part) => part !== '').join(', ')}</p>
        <svg class="poster-code" viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={sheet.alt}>
          <rect width={qr.size} height={qr.size} fill="#fff" />
          <path d={qr.path} fill="#000" shape-rendering="crispEdges" />
        </svg>
        <p>
          <strong>{sheet.scan}</strong> {sheet.how}
        </p>
        <p>{sheet.use}</p>
        <p>{sheet.ask}</p>
        {sheet.until && <p>{sheet.until}</p>}
        <p class="poster-address">
          <span class="visually-hidden">{words.address}: </span>
          {address}
        </p>
      </article>
      <p class="screen-only">
        <a href={visit.to('posters', { id: experiment.id })}>{words.back}</a>
      </p>
    </>
  )
}
