import { z } from 'zod'
import { measureOf, titleOf } from '../../experiments/index.ts'
import { formatDate, formatMoment } from '../../platform/format.ts'
import { optionalChoice, optionalText } from '../../platform/web/fields.ts'
import { done, type FormPage, type FormState, refuse } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  ErrorSummary,
  fieldsOf,
  Form,
  Lede,
  PageTitle,
  Section,
  Select,
  Table,
  TextField,
} from '../../ui/index.ts'
import { endMeasureToken, makeMeasureToken } from '../change-measure-tokens.ts'
import type { MeasureToken } from '../measure-token.ts'
import { measureTokensOf } from '../measure-token-store.ts'
import { readExperimentToMeasure, type ToMeasure } from '../read-measurements.ts'
import { experimentCrumbs } from './experiment-crumbs.ts'

interface TokensData extends ToMeasure {
  tokens: MeasureToken[]
}

interface Sent {
  measure: string | null
  name: string | null
  end: string | null
}

/** Keys by which programs send readings: which there are, making one, taking one out of use. */
export const measureTokensPage: FormPage<TokensData, Sent> = {
  load: async (visit) => {
    const found = await readExperimentToMeasure(visit)
    return found && { ...found, tokens: await measureTokensOf(visit.database, found.experiment.id) }
  },
  initial: ({ experiment }) => ({ measure: experiment.plan.measures[0]?.id }),
  form: (lang, { experiment, tokens }) =>
    z.object({
      measure: optionalChoice(
        lang,
        experiment.plan.measures.map((measure) => measure.id),
      ),
      name: optionalText(lang, 100),
      end: optionalChoice(
        lang,
        tokens.map((token) => token.id),
      ),
    }),
  view: ({ visit, data, form }) => {
    const words = texts[visit.lang].measureTokens
    const title = form.shownOnce ? words.madeTitle : words.title
    return {
      title,
      hidden: true,
      breadcrumb: experimentCrumbs(
        visit,
        data.experiment,
        {
          text: texts[visit.lang].measurements.title,
          href: visit.to('measurements', { id: data.experiment.id }),
        },
        { text: title },
      ),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={titleOf(visit.lang, data.experiment)}>{title}</PageTitle>
          {form.shownOnce ? (
            <Made visit={visit} data={data} form={form} />
          ) : (
            <>
              <Lede>{words.lede}</Lede>
              <Tokens visit={visit} data={data} form={form} />
              <Section title={words.makeTitle}>
                <MakeForm visit={visit} data={data} form={form} />
              </Section>
              <Section title={words.goodToKnow}>
                <ul>
                  {words.facts.map((fact) => (
                    <li>{fact}</li>
                  ))}
                </ul>
                <p>
                  <a href={`${visit.to('api')}#send`}>{words.apiLink}</a>
                </p>
              </Section>
            </>
          )}
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data: { experiment }, input }) => {
    const words = texts[visit.lang].measureTokens
    if (!acting || !experiment.municipalityCode)
      throw new Error('a key has nobody or no municipality behind it')
    const to = { name: 'measure-tokens', parameters: { id: experiment.id } } as const
    const common = { ...acting, experimentId: experiment.id }
    if (input.end !== null) {
      const { municipalityCode } = experiment
      const ended = await endMeasureToken(database, { ...common, municipalityCode, tokenId: input.end })
      return ended.ok ? done({ to, notice: words.ended }) : ended
    }
    const measure = measureOf(experiment.plan, input.measure ?? '')
    if (!measure) return refuse('measure', texts[visit.lang].measurements.measureMissing)
    if (input.name === null) return refuse('name', words.nameMissing)
    const made = await makeMeasureToken(database, { ...common, measure, name: input.name })
    return made.ok ? done({ to, shownOnce: [made.value.key, measure.id] }) : made
  },
}

type Props = { visit: Visit; data: TokensData; form: FormState }

function Tokens({ visit, data: { experiment, tokens }, form }: Props) {
  const { lang } = visit
  const words = texts[lang].measureTokens
  return (
    <Section title={words.listTitle}>
      {tokens.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Form lang={lang} submission={form.submission}>
          <Table
            caption={words.caption}
            captionHidden
            rowHeaders
            columns={[
              { text: words.name },
              { text: words.measure },
              { text: words.made },
              { text: words.lastUsed },
              { text: words.action },
            ]}
            rows={tokens.map((token) => [
              token.name,
              measureOf(experiment.plan, token.measureId)?.name ?? '',
              formatDate(lang, token.madeAt),
              token.lastUsedAt ? formatMoment(lang, token.lastUsedAt) : words.never,
              <Button kind="secondary" name="end" value={token.id}>
                {words.end}
                <span class="visually-hidden"> {words.endAbout(token.name)}</span>
              </Button>,
            ])}
          />
        </Form>
      )}
    </Section>
  )
}

function MakeForm({ visit, data: { experiment }, form }: Props) {
  const { lang } = visit
  const words = texts[lang].measureTokens
  const field = fieldsOf(form)
  return (
    <Form lang={lang} submission={form.submission}>
      <Select
        {...field('measure')}
        label={words.measure}
        options={experiment.plan.measures.map((measure) => ({
          value: measure.id,
          label: measure.unit === '' ? measure.name : `${measure.name} (${measure.unit})`,
        }))}
      />
      <TextField {...field('name')} label={words.name} hint={words.nameHint} maxLength={100} />
      <ButtonRow>
        <Button>{words.make}</Button>
      </ButtonRow>
    </Form>
  )
}

/** A new key, this once, with what to do with it. */
function Made({ visit, data: { experiment }, form }: Props) {
  const words = texts[visit.lang].measureTokens
  const [key = '', measureId = ''] = form.shownOnce ?? []
  const address = visit.absolute(`/api/v1/measures/${measureId}/observations`)
  const unit = measureOf(experiment.plan, measureId)?.unit ?? ''
  const reading = JSON.stringify({
    id: 'mittaus-1',
    day: '2026-03-09',
    value: 2,
    ...(unit !== '' && { unit }),
  })
  return (
    <>
      <Lede>{words.madeText}</Lede>
      <p>{words.key}</p>
      <pre tabindex={0}>{key}</pre>
      <p>{words.address}</p>
      <pre tabindex={0}>{address}</pre>
      <p>{words.example}</p>
      <pre tabindex={0}>
        {`curl '${address}' \\\n  -H 'Authorization: Bearer ${key}' \\\n  -H 'Content-Type: application/json' \\\n  -d '${reading.replaceAll("'", '’')}'`}
      </pre>
      <ButtonRow>
        <ButtonLink href={visit.to('measure-tokens', { id: experiment.id })}>{words.goOn}</ButtonLink>
      </ButtonRow>
    </>
  )
}
