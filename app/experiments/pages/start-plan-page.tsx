import { z } from 'zod'
import { findIdea, type Idea } from '../../ideas/index.ts'
import { placeName } from '../../municipalities/index.ts'
import { choice, optionalChoice, requiredText } from '../../platform/web/fields.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { type Policy, workplaces } from '../../platform/web/policy.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  ErrorSummary,
  Form,
  Lede,
  PageTitle,
  problemOf,
  RadioGroup,
  Section,
  SummaryList,
  TextField,
} from '../../ui/index.ts'
import { type DesignKind, designKinds } from '../design.ts'
import { startPlan } from '../start-plan.ts'

interface StartData {
  idea: Idea | undefined
  /** Codes of the municipalities among which to choose; the idea's own when the person works there. */
  municipalities: string[]
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Open to whoever works in some municipality. */
export const mayStartPlan: Policy<StartData> = (visitor) => workplaces(visitor).length > 0

/** Begins a plan from an idea or from nothing. The one question asked is the one the experiment will answer. */
export const startPlanPage: FormPage<
  StartData,
  { question: string; kind: DesignKind | null; municipality: string }
> = {
  load: async (visit) => {
    const { idea: ideaId } = visit.query
    const idea =
      ideaId !== undefined && uuid.test(ideaId) ? await findIdea(visit.database, ideaId) : undefined
    if (ideaId !== undefined && !idea) return undefined
    const own = [...new Set(workplaces(visit))]
    return {
      idea,
      municipalities: idea && own.includes(idea.municipalityCode) ? [idea.municipalityCode] : own,
    }
  },
  initial: ({ idea, municipalities }) => ({ question: idea?.trial, municipality: municipalities[0] }),
  form: (lang, { municipalities }) => {
    const words = texts[lang].experiments.start
    return z.object({
      question: requiredText(lang, words.questionMissing, 200),
      kind: optionalChoice(lang, designKinds),
      municipality: choice(words.municipalityMissing, municipalities),
    })
  },
  view: ({ visit, data, form }) => {
    const words = texts[visit.lang].experiments
    const { idea, municipalities } = data
    return {
      title: words.start.title,
      hidden: true,
      breadcrumb: [{ text: words.title, href: visit.to('experiments') }, { text: words.start.title }],
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle>{words.start.title}</PageTitle>
          <Lede>{words.start.lede}</Lede>
          {idea && (
            <Section title={words.start.fromIdea}>
              <SummaryList
                rows={[
                  { term: words.start.problem, value: idea.problem },
                  { term: words.start.trial, value: idea.trial },
                  { term: words.start.forWhom, value: idea.forWhom },
                ]}
              />
            </Section>
          )}
          <Form
            lang={visit.lang}
            submission={form.submission}
            hidden={municipalities.length === 1 ? { municipality: municipalities[0] ?? '' } : undefined}
          >
            <TextField
              name="question"
              label={words.start.question}
              hint={words.start.questionHint}
              value={form.values.get('question')}
              problem={problemOf(form.problems, 'question')}
            />
            <RadioGroup
              name="kind"
              legend={words.start.kind}
              hint={words.start.kindHint}
              value={form.values.get('kind')}
              problem={problemOf(form.problems, 'kind')}
              options={[
                ...designKinds.map((kind) => ({
                  value: kind,
                  label: words.options.designKind[kind],
                  hint: words.optionHints.designKind[kind],
                })),
                { value: '', label: words.start.kindLater },
              ]}
            />
            {municipalities.length > 1 && (
              <RadioGroup
                name="municipality"
                legend={words.start.municipality}
                value={form.values.get('municipality')}
                problem={problemOf(form.problems, 'municipality')}
                options={municipalities.map((code) => ({ value: code, label: placeName(code, visit.lang) }))}
              />
            )}
            <ButtonRow>
              <Button>{words.start.start}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { visit, acting, data, input }) => {
    if (!acting) throw new Error('a plan is begun by somebody')
    const outcome = await startPlan(database, {
      ...acting,
      municipalityCode: input.municipality,
      question: input.question,
      kind: input.kind,
      idea: data.idea,
    })
    if (!outcome.ok) return outcome
    return done({
      to: { name: 'plan-step', parameters: { id: outcome.value, step: '1' } },
      notice: texts[visit.lang].experiments.start.started,
    })
  },
}
