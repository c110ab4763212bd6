import { z } from 'zod'
import { placeName } from '../../municipalities/index.ts'
import { formatDate } from '../../platform/format.ts'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  EmptyState,
  ErrorSummary,
  Form,
  Lede,
  PageTitle,
  Section,
} from '../../ui/index.ts'
import { answerRequest } from '../join-by-domain.ts'
import { openRequests } from '../joining-store.ts'
import { mayAdminister } from '../membership-policy.ts'
import type { MembershipRequest } from '../membership.ts'
import { administrationCrumbs, codeOf } from './administration.tsx'

const pressed = z.object({ approve: z.string().optional(), decline: z.string().optional() })

/** Those who ask for an employee's rights by their address, to be approved one by one. */
export const membershipRequestsPage: FormPage<
  { code: string; requests: MembershipRequest[] },
  z.infer<typeof pressed>
> = {
  load: async (visit) => {
    const code = codeOf(visit)
    if (code === undefined) return undefined
    const requests = mayAdminister(visit, { code }) ? await openRequests(visit.database, code) : []
    return { code, requests }
  },
  form: () => pressed,
  view: ({ visit, data: { code, requests }, form }) => {
    const { lang } = visit
    const words = texts[lang].membership.requests
    return {
      title: words.title,
      hidden: true,
      breadcrumb: administrationCrumbs(visit, code, words.title),
      body: (
        <>
          <ErrorSummary lang={lang} problems={form.problems} />
          <PageTitle caption={placeName(code, lang)}>{words.title}</PageTitle>
          {requests.length === 0 ? (
            <EmptyState text={words.none} />
          ) : (
            <>
              <Lede>{words.lede}</Lede>
              <Form lang={lang} submission={form.submission}>
                {requests.map((request) => (
                  <Section title={request.name}>
                    <p>{`${request.email}, ${words.askedAt(formatDate(lang, request.askedAt))}`}</p>
                    <ButtonRow>
                      <Button kind="secondary" name="approve" value={request.id}>
                        {words.approve(request.name)}
                      </Button>
                      <Button kind="quiet" name="decline" value={request.id}>
                        {words.decline(request.name)}
                      </Button>
                    </ButtonRow>
                  </Section>
                ))}
              </Form>
            </>
          )}
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data: { code, requests }, input }) => {
    if (!acting) throw new Error('a request is answered by nobody')
    const words = texts[visit.lang].membership.requests
    const approved = input.approve !== undefined
    const request = requests.find((one) => one.id === (input.approve ?? input.decline))
    if (!request) return refuse('', words.answeredAlready)
    const outcome = await answerRequest(database, {
      ...acting,
      municipalityCode: code,
      id: request.id,
      approved,
      home: visit.absolute(visit.to('front')),
    })
    if (!outcome.ok) return outcome
    return done({
      to: { name: 'membership-requests', parameters: { code } },
      notice: approved ? words.approved : words.declined,
    })
  },
}
