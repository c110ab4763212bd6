import { z } from 'zod'
import { dayForInput, dayOf, numberForInput } from '../../platform/format.ts'
import {
  choice,
  optionalChoice,
  optionalNumber,
  optionalText,
  optionalWebAddress,
  requiredDay,
  requiredText,
} from '../../platform/web/fields.ts'
import { done, type FormPage, type Outcome, type Problem } from '../../platform/web/page.ts'
import { similarTo, type SearchResult } from '../../search/index.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  DateField,
  ErrorSummary,
  Fieldset,
  Form,
  Lede,
  NumberField,
  PageTitle,
  fieldsOf,
  problemOf,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { type PonderingOutcome, ponderingOutcomes } from '../idea.ts'
import { type IdeaWithPondering, ponderingAhead, readIdea } from '../read-idea.ts'
import { recordPondering, type UsedHours } from '../record-pondering.ts'

interface Recording extends IdeaWithPondering {
  similar: SearchResult[]
}

type Recorded = {
  heldOn: string
  othersRole: string | null
  othersHours: number | null
  euros: number | null
  outcome: PonderingOutcome
  answer: string
  elsewhere: string | null
  elsewhereUrl: string | null
} & Record<`hours-${string}`, number | null>

/** Recording what came of pondering: hours really used, the outcome and the answer. The only report that is made. */
export const recordPonderingPage: FormPage<Recording, Recorded> = {
  load: async (visit) => {
    const found = await readIdea(visit.database, visit.parameters.id ?? '')
    if (!found) return undefined
    const text = `${found.idea.trial} ${found.idea.problem}`
    return {
      ...found,
      similar: await similarTo(visit.database, text, { lang: visit.lang, kinds: ['experiment'], limit: 5 }),
    }
  },
  initial: ({ offers, ponderings }, visit) => {
    const ahead = ponderingAhead(ponderings)
    const day = ahead ? dayOf(ahead.startsAt) : dayOf(visit.now)
    return {
      heldOn: day <= dayOf(visit.now) ? dayForInput(day) : dayForInput(dayOf(visit.now)),
      ...Object.fromEntries(
        offers.map((offer) => [`hours-${offer.personId}`, numberForInput(visit.lang, offer.hours)]),
      ),
    }
  },
  form: (lang, { offers, similar }) => {
    const words = texts[lang].ideas.record
    const hours = optionalNumber(lang, { least: 0, most: 24 })
    return z.object({
      heldOn: requiredDay(lang, words.heldOnMissing),
      ...Object.fromEntries(offers.map((offer) => [`hours-${offer.personId}`, hours])),
      othersRole: optionalText(lang, 100),
      othersHours: hours,
      euros: optionalNumber(lang, { least: 0, most: 1_000_000 }),
      outcome: choice(words.outcomeMissing, ponderingOutcomes),
      answer: requiredText(lang, words.answerMissing, 1_000),
      elsewhere: optionalChoice(
        lang,
        similar.map((document) => document.recordId),
      ),
      elsewhereUrl: optionalWebAddress(lang),
    }) as unknown as z.ZodType<Recorded>
  },
  view: ({ visit, data: { idea, offers, names, similar }, form }) => {
    const words = texts[visit.lang].ideas.record
    const field = fieldsOf(form)
    return {
      title: words.title,
      breadcrumb: [
        { text: texts[visit.lang].ideas.title, href: visit.to('ideas') },
        { text: idea.trial, href: visit.to('idea', { id: idea.id }) },
        { text: words.title },
      ],
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={idea.trial}>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          <Form lang={visit.lang} submission={form.submission}>
            <DateField {...field('heldOn')} lang={visit.lang} label={words.heldOn} />
            <Fieldset
              legend={words.hoursTitle}
              hint={words.hoursHint}
              problem={problemOf(form.problems, 'hours')}
            >
              {offers.map((offer) => (
                <NumberField
                  {...field(`hours-${offer.personId}`)}
                  label={words.hoursOf(names.get(offer.personId) ?? '–')}
                  suffix="h"
                />
              ))}
              <TextField {...field('othersRole')} label={words.othersRole} hint={words.othersRoleHint} />
              <NumberField {...field('othersHours')} label={words.othersHours} suffix="h" />
            </Fieldset>
            <NumberField {...field('euros')} label={words.euros} hint={words.eurosHint} suffix="€" />
            <RadioGroup
              {...field('outcome')}
              legend={words.outcome}
              options={ponderingOutcomes.map((outcome) => ({
                value: outcome,
                label: words.outcomes[outcome],
                hint: words.outcomeHints[outcome],
              }))}
            />
            <TextArea
              {...field('answer')}
              lang={visit.lang}
              label={words.answer}
              hint={words.answerHint}
              maxLength={1_000}
            />
            {similar.length > 0 && (
              <Select
                {...field('elsewhere')}
                label={words.elsewhere}
                hint={words.elsewhereHint}
                empty={words.elsewhereOther}
                options={similar.map((document) => ({ value: document.recordId, label: document.title }))}
              />
            )}
            <TextField {...field('elsewhereUrl')} type="url" label={words.elsewhereUrl} />
            <ButtonRow>
              <Button>{words.button}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (
    database,
    { acting, visit, data, input },
  ): Promise<Outcome<{ to: { name: 'idea'; parameters: { id: string } }; notice: string }>> => {
    if (!acting) throw new Error('a record has nobody behind it')
    const words = texts[visit.lang].ideas.record
    const hours: UsedHours[] = data.offers.flatMap((offer) => {
      const used = input[`hours-${offer.personId}`]
      return used ? [{ personId: offer.personId, roleWords: null, hours: used }] : []
    })
    if (input.othersHours)
      hours.push({ personId: null, roleWords: input.othersRole, hours: input.othersHours })
    const problems: Problem[] = []
    if (input.heldOn > dayOf(visit.now)) problems.push({ field: 'heldOn', text: words.heldOnFuture })
    if (hours.length === 0) problems.push({ field: 'hours', text: words.nobody })
    if (input.othersHours && !input.othersRole)
      problems.push({ field: 'othersRole', text: words.othersRoleMissing })
    if (input.outcome === 'tried_elsewhere' && !input.elsewhere && !input.elsewhereUrl)
      problems.push({ field: 'elsewhereUrl', text: words.elsewhereMissing })
    if (problems.length > 0) return { ok: false, problems }
    const outcome = await recordPondering(database, {
      ...acting,
      idea: data.idea,
      heldOn: input.heldOn,
      hours,
      euros: input.euros ?? 0,
      outcome: input.outcome,
      answer: input.answer,
      elsewhere: { experimentId: input.elsewhere, url: input.elsewhereUrl },
      ideaAddress: visit.absolute(visit.to('idea', { id: data.idea.id })),
    })
    if (!outcome.ok) return outcome
    return done({ to: { name: 'idea', parameters: { id: data.idea.id } }, notice: words.saved })
  },
}
