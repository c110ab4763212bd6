import { z } from 'zod'
import { personById } from '../../people/index.ts'
import { actAs, asSystem } from '../../platform/database/acting.ts'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Button, ButtonLink, ButtonRow, ErrorSummary, Form, Lede, PageTitle } from '../../ui/index.ts'
import { personOfStopLink } from '../answer-addresses.ts'
import { hasStoppedReminders } from '../reminder-store.ts'
import { stopReminders } from '../stop-reminders.ts'

interface StopData {
  token: string
  state: 'open' | 'stopped' | 'closed'
}

/** Where the last link of a reminder leads: one button ends the reminders, without signing in. */
export const stopRemindersPage: FormPage<StopData, Record<string, never>> = {
  load: async (visit) => {
    const token = visit.query.token ?? ''
    const personId = await personOfStopLink(visit.database, token)
    if (personId === undefined) return { token, state: 'closed' }
    const stopped = await asSystem(visit.database, (system) => hasStoppedReminders(system, personId))
    return { token, state: stopped ? 'stopped' : 'open' }
  },
  form: () => z.object({}),
  view: ({ visit, data: { state }, form }) => {
    const words = texts[visit.lang].reminders.stop
    if (state === 'open')
      return {
        title: words.title,
        hidden: true,
        body: (
          <>
            <ErrorSummary lang={visit.lang} problems={form.problems} />
            <PageTitle>{words.title}</PageTitle>
            <Lede>{words.lede}</Lede>
            <Form lang={visit.lang} submission={form.submission}>
              <Button>{words.button}</Button>
            </Form>
          </>
        ),
      }
    const [title, text] =
      state === 'stopped' ? [words.doneTitle, words.doneText] : [words.closedTitle, words.closedText]
    return {
      title,
      hidden: true,
      body: (
        <>
          <PageTitle>{title}</PageTitle>
          <Lede>{text}</Lede>
          <ButtonRow>
            <ButtonLink kind="secondary" href={visit.to('my-things')}>
              {texts[visit.lang].front.mine.title}
            </ButtonLink>
          </ButtonRow>
        </>
      ),
    }
  },
  submit: async (database, { visit, data: { token } }) => {
    const personId = await personOfStopLink(database, token)
    const person = personId && (await asSystem(database, (system) => personById(system, personId, visit.now)))
    if (!person) return refuse('', texts[visit.lang].reminders.stop.closedText)
    await actAs(database, person)
    await stopReminders(database, { person, now: visit.now, requestId: visit.requestId })
    return done({ to: { name: 'stop-reminders', query: { token } } })
  },
}
