import { z } from 'zod'
import { type Experiment, measureOf, namesFor, titleOf, unitsOf } from '../../experiments/index.ts'
import { formatDate } from '../../platform/format.ts'
import { languages, type Lang } from '../../platform/language.ts'
import { choice, optionalChoice, requiredText } from '../../platform/web/fields.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  EmptyState,
  ErrorSummary,
  fieldsOf,
  Form,
  Lede,
  PageTitle,
  RadioGroup,
  Section,
  Select,
  Table,
  Tag,
  TextField,
} from '../../ui/index.ts'
import { makePoster } from '../make-poster.ts'
import { type Poster, newPosterSecret } from '../poster.ts'
import { postersOf } from '../poster-store.ts'
import { readMeasured } from '../read-measurements.ts'
import { experimentCrumbs } from './experiment-crumbs.ts'
import { MadePoster, readMade } from './made-poster.tsx'

interface PostersData {
  experiment: Experiment
  posters: Poster[]
  names: ReadonlyMap<string, string>
}

interface NewPoster {
  measure: string
  unit: string | null
  label: string
  lang: Lang
}

/** The posters of an experiment: making one, and what hangs where. A new one is shown this once, with its address. */
export const postersPage: FormPage<PostersData, NewPoster> = {
  load: async (visit) => {
    const measured = await readMeasured(visit)
    if (!measured) return undefined
    const { experiment } = measured
    const posters = await postersOf(visit.database, experiment.id)
    const makers = posters.map((poster) => poster.madeBy)
    return { experiment, posters, names: await namesFor(visit, experiment, makers) }
  },
  initial: ({ experiment }, visit) => ({ measure: experiment.plan.measures[0]?.id, lang: visit.lang }),
  form: (lang, { experiment }) => {
    const words = texts[lang].measurements
    return z.object({
      measure: choice(
        words.measureMissing,
        experiment.plan.measures.map((measure) => measure.id),
      ),
      unit: optionalChoice(lang, unitsOf(experiment.plan)),
      label: requiredText(lang, texts[lang].posters.make.labelMissing, 120),
      lang: choice(texts[lang].posters.make.langMissing, languages),
    })
  },
  view: ({ visit, data, form }) => {
    const { experiment, posters } = data
    const words = texts[visit.lang].posters
    const made = readMade(form.shownOnce)
    if (made)
      return {
        title: words.made.title,
        hidden: true,
        body: <MadePoster visit={visit} experiment={experiment} made={made} form={form} />,
      }
    return {
      title: `${words.title}: ${titleOf(visit.lang, experiment)}`,
      hidden: true,
      breadcrumb: experimentCrumbs(
        visit,
        experiment,
        {
          text: texts[visit.lang].measurements.title,
          href: visit.to('measurements', { id: experiment.id }),
        },
        { text: words.title },
      ),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={titleOf(visit.lang, experiment)}>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          <Section title={words.make.title}>
            <MakeForm visit={visit} experiment={experiment} form={form} />
          </Section>
          {posters.length === 0 ? <EmptyState text={words.none} /> : <PosterList visit={visit} data={data} />}
        </>
      ),
    }
  },
  submit: async (database, { acting, data: { experiment }, input }) => {
    if (!acting) throw new Error('a poster has nobody behind it')
    const secret = newPosterSecret()
    const outcome = await makePoster(database, {
      ...acting,
      experimentId: experiment.id,
      measureId: input.measure,
      unit: input.unit,
      label: input.label,
      posterLang: input.lang,
      secret,
    })
    if (!outcome.ok) return outcome
    return done({
      to: { name: 'posters', parameters: { id: experiment.id } },
      shownOnce: [outcome.value.posterId, secret, input.lang, input.measure, input.unit ?? ''],
    })
  },
}

function MakeForm({
  visit,
  experiment,
  form,
}: {
  visit: Visit
  experiment: Experiment
  form: Parameters<(typeof postersPage)['view']>[0]['form']
}) {
  const words = texts[visit.lang].posters.make
  const measured = texts[visit.lang].measurements
  const field = fieldsOf(form)
  const units = unitsOf(experiment.plan)
  return (
    <Form lang={visit.lang} submission={form.submission}>
      <Select
        {...field('measure')}
        label={measured.measure}
        options={experiment.plan.measures.map((measure) => ({ value: measure.id, label: measure.name }))}
      />
      {units.length > 0 && (
        <Select
          {...field('unit')}
          label={measured.unit}
          empty={measured.chooseUnit}
          options={units.map((unit) => ({ value: unit, label: unit }))}
        />
      )}
      <TextField {...field('label')} label={words.label} hint={words.labelHint} maxLength={120} />
      <RadioGroup
        {...field('lang')}
        legend={words.lang}
        inline
        options={languages.map((lang) => ({ value: lang, label: words.langs[lang] }))}
      />
      <ButtonRow>
        <Button>{words.button}</Button>
      </ButtonRow>
    </Form>
  )
}

function PosterList({ visit, data: { experiment, posters, names } }: { visit: Visit; data: PostersData }) {
  const words = texts[visit.lang].posters.list
  const measured = texts[visit.lang].measurements
  return (
    <Table
      caption={words.caption}
      rowHeaders
      columns={[
        { text: words.label },
        { text: words.measure },
        { text: words.made },
        { text: words.readings, numeric: true },
        { text: words.state },
        { text: words.action },
      ]}
      rows={posters.map((poster) => {
        const to = { id: experiment.id, posterId: poster.id }
        const about = <span class="visually-hidden"> {words.about(poster.label)}</span>
        const maker = poster.madeBy === null ? undefined : names.get(poster.madeBy)
        return [
          poster.label,
          [measureOf(experiment.plan, poster.measureId)?.name ?? measured.none, poster.unit]
            .filter((part) => part !== null)
            .join(', '),
          <>
            {formatDate(visit.lang, poster.madeAt)}
            {maker !== undefined && <div class="muted">{words.by(maker)}</div>}
          </>,
          String(poster.readings),
          poster.revokedAt === null ? (
            <Tag kind="spruce">{words.inUse}</Tag>
          ) : (
            words.revoked(formatDate(visit.lang, poster.revokedAt))
          ),
          <>
            {poster.revokedAt === null && (
              <>
                <a href={visit.to('print-poster', to)}>
                  {words.print}
                  {about}
                </a>{' '}
              </>
            )}
            <a href={visit.to('revoke-poster', to)}>
              {words.revoke}
              {about}
            </a>
          </>,
        ]
      })}
    />
  )
}
