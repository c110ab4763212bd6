import { z } from 'zod'
import { crumbsTo, type Experiment, ownExperiment, titleOf } from '../../experiments/index.ts'
import { optionalText, requiredText, ticked } from '../../platform/web/fields.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  Checkbox,
  EditedTexts,
  ErrorSummary,
  Fieldset,
  Form,
  Lede,
  PageTitle,
} from '../../ui/index.ts'
import type { Embedding } from '../decision.ts'
import { embeddingOf } from '../follow-up-store.ts'
import { sayWhereItLives } from '../follow-up.ts'

interface EmbeddingData {
  experiment: Experiment
  embedding: Embedding | undefined
}

/** Who keeps it alive after the trial. */
export const sayWhereItLivesPage: FormPage<EmbeddingData, Omit<Embedding, 'version'>> = {
  load: async (visit) => {
    const experiment = await ownExperiment(visit)
    return experiment && { experiment, embedding: await embeddingOf(visit.database, experiment.id) }
  },
  initial: ({ embedding }) => ({
    unit: embedding?.unit,
    owner: embedding?.owner,
    budgetLine: embedding?.budgetLine ?? undefined,
    instruction: embedding?.instruction ?? undefined,
    inPractice: embedding?.inPractice ? '1' : undefined,
    somethingNew: embedding?.somethingNew ? '1' : undefined,
    answersProblem: embedding?.answersProblem ? '1' : undefined,
  }),
  version: ({ embedding }) => embedding?.version ?? 0,
  form: (lang) => {
    const words = texts[lang].decisions.embedding
    return z.object({
      unit: requiredText(lang, words.unitMissing, 200),
      owner: requiredText(lang, words.ownerMissing, 200),
      budgetLine: optionalText(lang, 200),
      instruction: optionalText(lang, 300),
      inPractice: ticked,
      somethingNew: ticked,
      answersProblem: ticked,
    })
  },
  view: ({ visit, data: { experiment }, form }) => {
    const words = texts[visit.lang].decisions.embedding
    const fields = [
      { name: 'unit', label: words.unit, hint: words.unitHint },
      { name: 'owner', label: words.owner, hint: words.ownerHint },
      { name: 'budgetLine', label: words.budgetLine, optional: texts[visit.lang].form.optional },
      { name: 'instruction', label: words.instruction, optional: texts[visit.lang].form.optional },
    ]
    return {
      title: words.title,
      hidden: true,
      breadcrumb: crumbsTo(visit, experiment, words.title),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={titleOf(visit.lang, experiment)}>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          <Form lang={visit.lang} submission={form.submission}>
            <EditedTexts lang={visit.lang} form={form} fields={fields} maxLength={300} lines />
            <Fieldset legend={words.ticks}>
              {(['inPractice', 'somethingNew', 'answersProblem'] as const).map((name) => (
                <Checkbox name={name} label={words[name]} checked={form.values.get(name) !== ''} />
              ))}
            </Fieldset>
            <ButtonRow>
              <Button>{words.button}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data: { experiment }, input, version }) => {
    if (!acting) throw new Error('nobody says where it lives')
    const outcome = await sayWhereItLives(database, {
      ...acting,
      experimentId: experiment.id,
      embedding: { ...input, version },
    })
    if (!outcome.ok) return outcome
    return done({
      to: { name: 'experiment', parameters: { id: experiment.id } },
      notice: texts[visit.lang].decisions.embedding.saved,
    })
  },
}
