import { z } from 'zod'
import { choice } from '../../platform/web/fields.ts'
import { formatHours } from '../../platform/format.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Button, ButtonRow, ErrorSummary, Form, Lede, PageTitle, problemOf, Select } from '../../ui/index.ts'
import { offerableHours } from '../idea.ts'
import { offerHours } from '../offer-hours.ts'
import { type IdeaWithPondering, readIdea } from '../read-idea.ts'

/** Offering half an hour to eight hours of one's working time for pondering. */
export const offerHoursPage: FormPage<IdeaWithPondering, { hours: string }> = {
  load: (visit) => readIdea(visit.database, visit.parameters.id ?? ''),
  initial: ({ offers }, visit) => ({
    hours: String(offers.find((offer) => offer.personId === visit.person?.id)?.hours ?? 1),
  }),
  form: (lang) => z.object({ hours: choice(texts[lang].ideas.offer.missing, offerableHours.map(String)) }),
  view: ({ visit, data: { idea }, form }) => {
    const words = texts[visit.lang].ideas
    return {
      title: words.offer.title,
      breadcrumb: [
        { text: words.title, href: visit.to('ideas') },
        { text: idea.trial, href: visit.to('idea', { id: idea.id }) },
        { text: words.offer.title },
      ],
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={idea.trial}>{words.offer.title}</PageTitle>
          <Lede>{words.offer.lede}</Lede>
          <Form lang={visit.lang} submission={form.submission}>
            <Select
              name="hours"
              width="short"
              label={words.offer.hours}
              value={form.values.get('hours')}
              problem={problemOf(form.problems, 'hours')}
              options={offerableHours.map((hours) => ({
                value: String(hours),
                label: formatHours(visit.lang, hours),
              }))}
            />
            <ButtonRow>
              <Button>{words.offer.button}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data, input }) => {
    if (!acting) throw new Error('an offer has nobody behind it')
    const hours = Number(input.hours)
    await offerHours(database, { ...acting, idea: data.idea, hours })
    return done({
      to: { name: 'idea', parameters: { id: data.idea.id } },
      notice: texts[visit.lang].ideas.offer.thanks(formatHours(visit.lang, hours)),
    })
  },
}
