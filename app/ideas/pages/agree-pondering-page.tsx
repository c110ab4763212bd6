import { z } from 'zod'
import { dayForInput, dayOf, momentInFinland, timeZone } from '../../platform/format.ts'
import {
  optionalText,
  optionalWebAddress,
  requiredClock,
  requiredDay,
  requiredNumber,
} from '../../platform/web/fields.ts'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  DateField,
  ErrorSummary,
  Form,
  Lede,
  NumberField,
  PageTitle,
  fieldsOf,
  TextField,
} from '../../ui/index.ts'
import { agreePondering } from '../agree-pondering.ts'
import { type IdeaWithPondering, ponderingAhead, readIdea } from '../read-idea.ts'

interface Agreement {
  day: string
  clock: string
  minutes: number
  place: string | null
  videoLink: string | null
}

function clockOf(moment: Date): string {
  return new Intl.DateTimeFormat('fi-FI', { timeZone, hour: 'numeric', minute: '2-digit' }).format(moment)
}

/** Agreeing on when and where to ponder, or moving what was agreed. */
export const agreePonderingPage: FormPage<IdeaWithPondering, Agreement> = {
  load: (visit) => readIdea(visit.database, visit.parameters.id ?? ''),
  initial: ({ ponderings }) => {
    const ahead = ponderingAhead(ponderings)
    if (!ahead) return { minutes: '60' }
    return {
      day: dayForInput(dayOf(ahead.startsAt)),
      clock: clockOf(ahead.startsAt),
      minutes: String(ahead.minutes),
      place: ahead.place ?? '',
      videoLink: ahead.videoLink ?? '',
    }
  },
  form: (lang) => {
    const words = texts[lang].ideas.agree
    return z.object({
      day: requiredDay(lang, words.dayMissing),
      clock: requiredClock(lang, words.clockMissing),
      minutes: requiredNumber(lang, words.minutesMissing, { least: 15, most: 480 }).transform(Math.round),
      place: optionalText(lang, 200),
      videoLink: optionalWebAddress(lang),
    })
  },
  view: ({ visit, data: { idea }, form }) => {
    const words = texts[visit.lang].ideas
    const field = fieldsOf(form)
    return {
      title: words.agree.title,
      breadcrumb: [
        { text: words.title, href: visit.to('ideas') },
        { text: idea.trial, href: visit.to('idea', { id: idea.id }) },
        { text: words.agree.title },
      ],
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle caption={idea.trial}>{words.agree.title}</PageTitle>
          <Lede>{words.agree.lede}</Lede>
          <Form lang={visit.lang} submission={form.submission}>
            <DateField {...field('day')} lang={visit.lang} label={words.agree.day} />
            <TextField
              {...field('clock')}
              label={words.agree.clock}
              hint={words.agree.clockHint}
              width="tiny"
            />
            <NumberField {...field('minutes')} label={words.agree.minutes} suffix="min" />
            <TextField {...field('place')} label={words.agree.place} hint={words.agree.placeHint} />
            <TextField
              {...field('videoLink')}
              type="url"
              label={words.agree.videoLink}
              hint={words.agree.videoLinkHint}
            />
            <ButtonRow>
              <Button>{words.agree.button}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data, input }) => {
    if (!acting) throw new Error('an agreement has nobody behind it')
    const words = texts[visit.lang].ideas.agree
    const startsAt = momentInFinland(input.day, input.clock)
    if (input.place === null && input.videoLink === null) return refuse('place', words.placeOrLink)
    if (startsAt <= visit.now) return refuse('day', words.dayPast)
    const { minutes, place, videoLink } = input
    const ideaAddress = visit.absolute(visit.to('idea', { id: data.idea.id }))
    await agreePondering(database, {
      ...acting,
      idea: data.idea,
      startsAt,
      minutes,
      place,
      videoLink,
      ideaAddress,
    })
    return done({ to: { name: 'idea', parameters: { id: data.idea.id } }, notice: words.sent })
  },
}
