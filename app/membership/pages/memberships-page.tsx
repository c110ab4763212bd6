import { placeName } from '../../municipalities/index.ts'
import { formatDate } from '../../platform/format.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { ButtonLink, EmptyState, Lede, PageTitle, Section, SummaryList } from '../../ui/index.ts'
import { homeName } from '../invitation-mail.ts'
import { openInvitationsTo } from '../invitation-store.ts'
import { municipalityOfAddress } from '../join-by-domain.ts'
import { municipalitiesAskedBy } from '../joining-store.ts'
import { administered, isInOffice } from '../membership-policy.ts'
import { membershipsOf } from '../membership-store.ts'
import type { Invitation, Member } from '../membership.ts'
import { lasts } from './administration.tsx'

interface Mine {
  memberships: { member: Member; home: string }[]
  invitations: { invitation: Invitation; home: string }[]
  asked: { municipalityCode: string; askedAt: Date }[]
  /** The municipality that the address speaks for, where one may still ask. */
  mayAsk: string | undefined
}

/** Where somebody belongs, what they have been invited to, and how to become an employee. */
export const membershipsPage: ReadPage<Mine> = {
  load: async (visit) => {
    const { person, database, now, lang } = visit
    if (!person) return { memberships: [], invitations: [], asked: [], mayAsk: undefined }
    const members = await membershipsOf(database, person.id, now)
    const open = await openInvitationsTo(database, person.email, now)
    const asked = await municipalitiesAskedBy(database, person.id)
    const own = await municipalityOfAddress(database, person.email)
    const there = members.some((one) => one.municipalityCode === own && one.role !== 'resident')
    const waiting = asked.some((one) => one.municipalityCode === own)
    const memberships: Mine['memberships'] = []
    for (const member of members) memberships.push({ member, home: await homeName(database, lang, member) })
    const invitations: Mine['invitations'] = []
    for (const invitation of open)
      invitations.push({ invitation, home: await homeName(database, lang, invitation) })
    return { memberships, invitations, asked, mayAsk: there || waiting ? undefined : own }
  },
  view: ({ visit, data }) => {
    const { lang } = visit
    const words = texts[lang].membership.mine
    const roles = texts[lang].people.roles
    const works = data.memberships.some(({ member }) => member.role !== 'resident')
    const led = administered(visit)
    return {
      title: words.title,
      hidden: true,
      breadcrumb: [
        { text: texts[lang].site.myOpenThings, href: visit.to('my-things') },
        { text: words.title },
      ],
      body: (
        <>
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          {data.invitations.length > 0 && (
            <Section title={words.invitations}>
              <SummaryList
                rows={data.invitations.map(({ invitation, home }) => ({
                  term: home,
                  value: roles[invitation.role],
                  action: {
                    text: words.openInvitation,
                    href: visit.to('invitation', { id: invitation.id }),
                    about: home,
                  },
                }))}
              />
            </Section>
          )}
          {data.memberships.length === 0 ? (
            <EmptyState text={words.none} action={{ href: visit.to('tell-idea'), text: words.tellIdea }} />
          ) : (
            <SummaryList
              rows={data.memberships.map(({ member, home }) => ({
                term: home === '' ? roles[member.role] : home,
                value: (
                  <>
                    {roles[member.role]}
                    <br />
                    <span class="muted">{lasts(lang, member)}</span>
                  </>
                ),
                action: {
                  text: words.end,
                  href: visit.to('end-membership', { membershipId: member.id }),
                  about: words.endAbout(roles[member.role], home),
                },
              }))}
            />
          )}
          {(led.length > 0 || isInOffice(visit)) && (
            <Section title={words.administration}>
              <ul class="link-list">
                {led.map((code) => (
                  <li>
                    <a href={visit.to('administer', { code })}>
                      {words.administerPlace(placeName(code, lang, 'genitive'))}
                    </a>
                  </li>
                ))}
                {isInOffice(visit) && (
                  <li>
                    <a href={visit.to('programme-office')}>{words.office}</a>
                  </li>
                )}
              </ul>
            </Section>
          )}
          {data.asked.length > 0 && (
            <Section title={words.asked}>
              {data.asked.map((one) => (
                <p>{words.askedFrom(placeName(one.municipalityCode, lang), formatDate(lang, one.askedAt))}</p>
              ))}
            </Section>
          )}
          {(data.mayAsk !== undefined || !works) && data.asked.length === 0 && (
            <Section title={words.join}>
              <p>{words.joinText}</p>
              {data.mayAsk !== undefined && (
                <ButtonLink kind="secondary" href={visit.to('join')}>
                  {words.joinButton}
                </ButtonLink>
              )}
            </Section>
          )}
        </>
      ),
    }
  },
}
