import { z } from 'zod'
import { placeName } from '../../municipalities/index.ts'
import {
  askFactorReset,
  confirmations,
  type Confirmation,
  mayAskReset,
  resetWaitHours,
  stopFactorReset,
  waitingResetOf,
} from '../../people/index.ts'
import { asSystem } from '../../platform/database/acting.ts'
import { formatMoment } from '../../platform/format.ts'
import type { Place } from '../../platform/web/address.ts'
import { pathTo } from '../../platform/web/address.ts'
import { choice } from '../../platform/web/fields.ts'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  ErrorSummary,
  Form,
  Lede,
  Notice,
  PageTitle,
  problemOf,
  RadioGroup,
  Section,
} from '../../ui/index.ts'
import { mayResetFactor } from '../membership-policy.ts'
import { administratorsOf, findMember } from '../membership-store.ts'
import type { Member } from '../membership.ts'

interface Reset {
  member: Member
  /** False for whoever acts for others elsewhere too: then it is the programme office’s to do. */
  ours: boolean
  /** When the reset that waits takes effect. */
  waitsUntil: Date | undefined
}

type Pressed = { how: Confirmation } | { stop: 'yes' }

/** Where the member is looked after. */
function homeOf(member: Member): Place {
  return member.municipalityCode === null
    ? { name: 'organisation', parameters: { id: member.organisationId ?? '' } }
    : { name: 'member', parameters: { code: member.municipalityCode, membershipId: member.id } }
}

/** Resetting the second factor of somebody who has lost it: asked after meeting or phoning them, and stopped again. */
export const resetFactorPage: FormPage<Reset, Pressed> = {
  load: async (visit) => {
    const member = await findMember(visit.database, visit.parameters.membershipId ?? '')
    if (!member || member.endedAt !== null || member.role === 'resident') return undefined
    if (!mayResetFactor(visit, { member })) return undefined
    const waiting = await waitingResetOf(visit.database, member.personId)
    const ours = await mayAskReset(visit.database, member.personId)
    return { member, ours, waitsUntil: waiting?.takesEffectAt }
  },
  form: (lang, { waitsUntil }): z.ZodType<Pressed> =>
    waitsUntil === undefined
      ? z.object({ how: choice(texts[lang].factorReset.howMissing, confirmations) })
      : z.object({ stop: z.literal('yes') }),
  view: ({ visit, data: { member, ours, waitsUntil }, form }) => {
    const { lang } = visit
    const words = texts[lang].factorReset
    const home = homeOf(member)
    const back = visit.to(home.name, home.parameters)
    const caption =
      member.municipalityCode === null
        ? member.email
        : `${placeName(member.municipalityCode, lang)} · ${member.email}`
    return {
      title: words.title,
      hidden: true,
      breadcrumb: [{ text: member.name, href: back }, { text: words.title }],
      body: (
        <>
          <ErrorSummary lang={lang} problems={form.problems} />
          <PageTitle caption={caption}>{words.title}</PageTitle>
          {waitsUntil !== undefined && (
            <Form lang={lang} submission={form.submission}>
              <Notice kind="attention" title={words.waitingTitle}>
                <p>{words.waiting(formatMoment(lang, waitsUntil))}</p>
              </Notice>
              <ButtonRow>
                {ours && (
                  <Button kind="danger" name="stop" value="yes">
                    {words.stop}
                  </Button>
                )}
                <ButtonLink kind="quiet" href={back}>
                  {member.name}
                </ButtonLink>
              </ButtonRow>
            </Form>
          )}
          {waitsUntil === undefined && !ours && (
            <Notice kind="attention">
              <p>{words.askOffice}</p>
            </Notice>
          )}
          {waitsUntil === undefined && ours && (
            <>
              <Lede>{words.lede(member.name)}</Lede>
              <Section title={words.sureTitle}>
                <p>{words.sure}</p>
                <Form lang={lang} submission={form.submission}>
                  <RadioGroup
                    name="how"
                    legend={words.how}
                    value={form.values.get('how')}
                    problem={problemOf(form.problems, 'how')}
                    options={confirmations.map((value) => ({ value, label: words.ways[value] }))}
                  />
                  <p>{words.whatFollows(resetWaitHours)}</p>
                  <ButtonRow>
                    <Button kind="danger">{words.ask}</Button>
                  </ButtonRow>
                </Form>
              </Section>
            </>
          )}
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data: { member }, input }) => {
    if (!acting) throw new Error('a second factor is reset by nobody')
    const words = texts[visit.lang].factorReset
    const { personId, municipalityCode } = member
    if ('stop' in input) {
      if (!(await stopFactorReset(database, { ...acting, personId }))) return refuse('', words.gone)
      return done({ to: homeOf(member), notice: words.stopped })
    }
    // Who administers is not for everybody to read; the letters go to them all the same.
    const others =
      municipalityCode === null
        ? []
        : await asSystem(database, (system) => administratorsOf(system, municipalityCode, visit.now))
    const outcome = await askFactorReset(database, {
      ...acting,
      personId,
      municipalityCode,
      confirmedHow: input.how,
      others,
      linkTo: (lang) => visit.absolute(pathTo(lang, 'my-sign-ins')),
    })
    if (!outcome.ok) return outcome
    return done({ to: homeOf(member), notice: words.asked })
  },
}
