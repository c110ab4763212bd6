import { z } from 'zod'
import type { Place } from '../../platform/web/address.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import type { Visitor } from '../../platform/web/visitor.ts'
import { texts } from '../../texts/index.ts'
import { Button, ButtonLink, ButtonRow, ErrorSummary, Form, Lede, PageTitle } from '../../ui/index.ts'
import { endMembership } from '../change-membership.ts'
import { homeName } from '../invitation-mail.ts'
import { mayEndMembership } from '../membership-policy.ts'
import { findMember } from '../membership-store.ts'
import type { Member } from '../membership.ts'

interface Ending {
  member: Member
  home: string
}

/** Where one goes afterwards: to one's own memberships, or back to the list the member was on. */
function listOf(visitor: Visitor, member: Member): Place {
  if (visitor.person?.id === member.personId) return { name: 'memberships' }
  if (member.municipalityCode !== null)
    return { name: 'members', parameters: { code: member.municipalityCode } }
  return { name: 'organisation', parameters: { id: member.organisationId ?? '' } }
}

/** Ending a membership, one's own or that of a member one looks after. */
export const endMembershipPage: FormPage<Ending, Record<string, never>> = {
  load: async (visit) => {
    const member = await findMember(visit.database, visit.parameters.membershipId ?? '')
    if (!member || member.endedAt !== null || !mayEndMembership(visit, { member })) return undefined
    return { member, home: await homeName(visit.database, visit.lang, member) }
  },
  form: () => z.object({}),
  view: ({ visit, data: { member, home }, form }) => {
    const { lang } = visit
    const words = texts[lang].membership.ending
    const role = texts[lang].people.roles[member.role]
    const back = listOf(visit, member)
    return {
      title: words.title,
      hidden: true,
      body: (
        <>
          <ErrorSummary lang={lang} problems={form.problems} />
          <PageTitle>{words.title}</PageTitle>
          <Lede>
            {visit.person?.id === member.personId
              ? words.yours(role, home)
              : words.others(member.name, role, home)}
          </Lede>
          <p>{words.what}</p>
          <Form lang={lang} submission={form.submission}>
            <ButtonRow>
              <Button kind="danger">{words.button}</Button>
              <ButtonLink kind="quiet" href={visit.to(back.name, back.parameters)}>
                {words.keep}
              </ButtonLink>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data: { member } }) => {
    if (!acting) throw new Error('a membership is ended by nobody')
    const outcome = await endMembership(database, { ...acting, id: member.id })
    if (!outcome.ok) return outcome
    return done({ to: listOf(visit, member), notice: texts[visit.lang].membership.ending.done })
  },
}
