import { z } from 'zod'
import type { Experiment } from '../../experiments/index.ts'
import { dayForInput, dayOf } from '../../platform/format.ts'
import { choice, optionalDay } from '../../platform/web/fields.ts'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  DateField,
  ErrorSummary,
  fieldsOf,
  Form,
  Lede,
  PageTitle,
  RadioGroup,
} from '../../ui/index.ts'
import type { Poster } from '../poster.ts'
import { readOnePoster } from '../read-poster.ts'
import { revokePoster } from '../revoke-poster.ts'
import { experimentCrumbs } from './experiment-crumbs.ts'

interface Revoked {
  what: 'keep' | 'remove'
  since: string | null
}

/** Taking a poster out of use, alone or with what came by it. */
export const revokePosterPage: FormPage<{ experiment: Experiment; poster: Poster }, Revoked> = {
  load: readOnePoster,
  version: ({ poster }) => poster.version,
  initial: ({ poster }) => ({ since: dayForInput(dayOf(poster.madeAt)) }),
  form: (lang) =>
    z.object({
      what: choice(texts[lang].posters.revoke.whatMissing, ['keep', 'remove'] as const),
      since: optionalDay(lang),
    }),
  view: ({ visit, data: { experiment, poster }, form }) => {
    const words = texts[visit.lang].posters
    const field = fieldsOf(form)
    return {
      title: words.revoke.title,
      hidden: true,
      breadcrumb: experimentCrumbs(
        visit,
        experiment,
        { text: words.title, href: visit.to('posters', { id: experiment.id }) },
        { text: words.revoke.title },
      ),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle>{words.revoke.title}</PageTitle>
          <Lede>{words.revoke.lede(poster.label, words.revoke.readings(poster.readings))}</Lede>
          {poster.revokedAt !== null && <p>{words.revoke.again}</p>}
          <Form lang={visit.lang} submission={form.submission}>
            <RadioGroup
              {...field('what')}
              legend={words.revoke.what}
              options={[
                { value: 'keep', label: words.revoke.keep },
                { value: 'remove', label: words.revoke.removeSince },
              ]}
            />
            <DateField {...field('since')} lang={visit.lang} label={words.revoke.since} />
            <ButtonRow>
              <Button>{words.revoke.button}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data: { experiment, poster }, input, version }) => {
    if (!acting) throw new Error('a revoking has nobody behind it')
    const words = texts[visit.lang].posters.revoke
    if (input.what === 'remove' && input.since === null) return refuse('since', words.sinceMissing)
    const removeSince = input.what === 'remove' ? input.since : null
    const outcome = await revokePoster(database, { ...acting, poster, version, removeSince })
    if (!outcome.ok) return outcome
    return done({
      to: { name: 'posters', parameters: { id: experiment.id } },
      notice: removeSince === null ? words.done : words.doneRemoved(outcome.value.removed),
    })
  },
}
