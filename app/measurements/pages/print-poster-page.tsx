import { z } from 'zod'
import { type Experiment, measureOf, measureOn } from '../../experiments/index.ts'
import { dayOf } from '../../platform/format.ts'
import { pathTo } from '../../platform/web/address.ts'
import { requiredText } from '../../platform/web/fields.ts'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  fieldsOf,
  Form,
  Lede,
  PageTitle,
  TextField,
} from '../../ui/index.ts'
import { hashOfPosterSecret, type Poster, secretInAddress } from '../poster.ts'
import { hashOfPoster } from '../poster-store.ts'
import { posterPdf, posterSheet } from '../poster-sheet.ts'
import { readOnePoster } from '../read-poster.ts'
import { experimentCrumbs } from './experiment-crumbs.ts'

/** The PDF of a poster, for whoever has its address: from the page that made it, or by scanning one that hangs already. */
export const printPosterPage: FormPage<{ experiment: Experiment; poster: Poster }, { address: string }> = {
  load: readOnePoster,
  form: (lang) => z.object({ address: requiredText(lang, texts[lang].posters.print.addressMissing, 500) }),
  view: ({ visit, data: { experiment, poster }, form }) => {
    const words = texts[visit.lang].posters
    const field = fieldsOf(form)
    return {
      title: words.print.title,
      hidden: true,
      breadcrumb: experimentCrumbs(
        visit,
        experiment,
        { text: words.title, href: visit.to('posters', { id: experiment.id }) },
        { text: words.print.title },
      ),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={poster.label}>{words.print.title}</PageTitle>
          <Lede>{words.print.lede}</Lede>
          <Form lang={visit.lang} submission={form.submission}>
            <TextField {...field('address')} label={words.print.address} maxLength={500} />
            <ButtonRow>
              <Button>{words.print.button}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { visit, data: { experiment, poster }, input }) => {
    const words = texts[visit.lang].posters
    if (poster.revokedAt !== null) return refuse('address', words.print.revoked)
    const secret = secretInAddress(input.address)
    const hash = secret === undefined ? undefined : hashOfPosterSecret(secret)
    const planned = measureOf(experiment.plan, poster.measureId)
    const measure = planned && measureOn(experiment, planned, dayOf(visit.now))
    if (
      secret === undefined ||
      hash === undefined ||
      hash !== (await hashOfPoster(database, poster.id)) ||
      !measure
    )
      return refuse('address', words.print.notThis)
    const address = visit.absolute(pathTo(poster.lang, 'poster', { secret }))
    const bytes = posterPdf(posterSheet(poster.lang, { experiment, measure, unit: poster.unit, address }))
    if (!bytes) return refuse('', words.made.noPdf)
    return done({
      to: { name: 'posters', parameters: { id: experiment.id } },
      file: { bytes, type: 'application/pdf', name: 'juliste.pdf' },
    })
  },
}
