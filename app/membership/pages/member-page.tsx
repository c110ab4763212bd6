import { z } from 'zod'
import { placeName } from '../../municipalities/index.ts'
import { dayForInput, dayOf } from '../../platform/format.ts'
import { choice, optionalDay } from '../../platform/web/fields.ts'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  DateField,
  ErrorSummary,
  Form,
  Notice,
  PageTitle,
  problemOf,
  RadioGroup,
} from '../../ui/index.ts'
import { changeMembership } from '../change-membership.ts'
import { findMember } from '../membership-store.ts'
import { mayAdminister } from '../membership-policy.ts'
import { type Member, type MunicipalRole, municipalRoles } from '../membership.ts'
import { administrationCrumbs, codeOf, lasts } from './administration.tsx'

interface OneMember {
  code: string
  /** Undefined only for those who may not see the page. */
  member: Member | undefined
}

interface Change {
  role: MunicipalRole
  validUntil: string | null
}

/** The role and the last day of one member of a municipality. */
export const memberPage: FormPage<OneMember, Change> = {
  load: async (visit) => {
    const code = codeOf(visit)
    if (code === undefined) return undefined
    // Whether a membership exists is not for others to find out.
    if (!mayAdminister(visit, { code })) return { code, member: undefined }
    const member = await findMember(visit.database, visit.parameters.membershipId ?? '')
    const shown = member?.municipalityCode === code && member.role !== 'resident' && member.endedAt === null
    return shown ? { code, member } : undefined
  },
  initial: ({ member }) => ({ role: member?.role, validUntil: dayForInput(member?.validUntil) }),
  version: ({ member }) => member?.version ?? 0,
  form: (lang) =>
    z.object({
      role: choice(texts[lang].membership.member.roleMissing, municipalRoles),
      validUntil: optionalDay(lang),
    }),
  view: ({ visit, data: { code, member }, form }) => {
    const { lang } = visit
    const words = texts[lang].membership
    const roles = texts[lang].people.roles
    if (!member) throw new Error('a member was shown to somebody who may not see it')
    const roleOf = (role: string | undefined) => municipalRoles.find((known) => known === role) ?? 'employee'
    return {
      title: words.member.title,
      hidden: true,
      breadcrumb: [
        ...administrationCrumbs(visit, code, words.members.title).slice(0, -1),
        { text: words.members.title, href: visit.to('members', { code }) },
        { text: member.name },
      ],
      body: (
        <>
          <ErrorSummary lang={lang} problems={form.problems} />
          <PageTitle caption={`${placeName(code, lang)} · ${member.email}`}>{member.name}</PageTitle>
          <p>{`${roles[member.role]}, ${lasts(lang, member)}`}</p>
          <Form lang={lang} submission={form.submission}>
            {form.theirs && (
              <Notice kind="attention" title={words.member.theirs}>
                <p>{`${roles[roleOf(form.theirs.role)]}, ${form.theirs.validUntil || words.forNow}`}</p>
              </Notice>
            )}
            <RadioGroup
              name="role"
              legend={words.member.role}
              value={form.values.get('role')}
              problem={problemOf(form.problems, 'role')}
              options={municipalRoles.map((role) => ({
                value: role,
                label: roles[role],
                hint: words.roleHints[role],
              }))}
            />
            <DateField
              lang={lang}
              name="validUntil"
              label={words.member.until}
              hint={words.member.untilHint}
              optional={texts[lang].form.optional}
              value={form.values.get('validUntil')}
              problem={problemOf(form.problems, 'validUntil')}
            />
            <ButtonRow>
              <Button>{words.member.save}</Button>
              <ButtonLink kind="quiet" href={visit.to('end-membership', { membershipId: member.id })}>
                {words.member.end}
              </ButtonLink>
              {visit.person?.id !== member.personId && (
                <ButtonLink kind="quiet" href={visit.to('reset-factor', { membershipId: member.id })}>
                  {texts[lang].factorReset.open}
                </ButtonLink>
              )}
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data, input, version }) => {
    if (!acting || !data.member) throw new Error('a membership is changed by nobody')
    const words = texts[visit.lang].membership.member
    if (input.validUntil !== null && input.validUntil < dayOf(visit.now))
      return refuse('validUntil', words.untilPassed)
    const outcome = await changeMembership(database, { ...acting, ...input, id: data.member.id, version })
    if (!outcome.ok) return outcome
    return done({ to: { name: 'members', parameters: { code: data.code } }, notice: words.saved })
  },
}
