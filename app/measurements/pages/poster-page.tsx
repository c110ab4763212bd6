import { z } from 'zod'
import { placeInWords, titleOf } from '../../experiments/index.ts'
import { requiredNumber, ticked } from '../../platform/web/fields.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  Checkbox,
  ErrorSummary,
  fieldsOf,
  Form,
  Lede,
  NumberField,
  PageTitle,
} from '../../ui/index.ts'
import { logFromPoster } from '../log-from-poster.ts'
import { readScanned, type Scanned } from '../read-poster.ts'
import { AnswerButtons } from './answer-buttons.tsx'

/**
 * What a scanned poster opens: one measure to log, and nothing else. Nobody signs in, nothing is told of what has been logged,
 * and the address, which lets people in, is told to nobody.
 */
export const posterPage: FormPage<Scanned, { value: number; sure: boolean }> = {
  load: readScanned,
  limit: 'poster',
  form: (lang) =>
    z.object({ value: requiredNumber(lang, texts[lang].measurements.valueMissing), sure: ticked }),
  view: ({ visit, data: { experiment, measure, poster, open }, form }) => {
    const words = texts[visit.lang].posters.log
    const bare = { hidden: true, bare: true, secretAddress: true }
    if (!open || !measure)
      return {
        ...bare,
        title: words.notInUse,
        body: (
          <>
            <PageTitle>{words.notInUse}</PageTitle>
            <Lede>{words.notInUseText}</Lede>
          </>
        ),
      }
    const field = fieldsOf(form)
    const asks = form.problems.some((problem) => problem.field === 'sure')
    const place = placeInWords(visit.lang, experiment.municipalityCode)
    return {
      ...bare,
      title: measure.name,
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={titleOf(visit.lang, experiment)}>
            {[measure.name, poster.unit].filter((part) => part !== null).join(', ')}
          </PageTitle>
          {experiment.origin === 'example' && <p>{texts[visit.lang].posters.sheet.example}</p>}
          <Form lang={visit.lang} submission={form.submission}>
            {measure.kind === 'number' ? (
              <>
                <div class="big-field">
                  <NumberField
                    {...field('value')}
                    label={texts[visit.lang].measurements.log.number(measure.unit)}
                  />
                </div>
                {asks && <Checkbox name="sure" label={words.sure} />}
                <ButtonRow>
                  <Button>{texts[visit.lang].measurements.log.button}</Button>
                </ButtonRow>
              </>
            ) : (
              <AnswerButtons lang={visit.lang} measure={measure} />
            )}
          </Form>
          <p class="muted">{words.who(place)}</p>
        </>
      ),
    }
  },
  submit: async (database, { visit, data: { secretHash }, input }) => {
    const { now, requestId, lang, newId } = visit
    const outcome = await logFromPoster(database, { now, requestId, lang, newId, secretHash, ...input })
    if (!outcome.ok) return outcome
    return done({ to: { name: 'poster-thanks' } })
  },
}
