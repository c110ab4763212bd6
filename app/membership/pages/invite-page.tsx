import { z } from 'zod'
import { placeName } from '../../municipalities/index.ts'
import { dayOf } from '../../platform/format.ts'
import { type Lang, languages } from '../../platform/language.ts'
import { choice, optionalDay, requiredEmail } from '../../platform/web/fields.ts'
import { done, type FormPage, type FormState, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  DateField,
  ErrorSummary,
  fieldsOf,
  Form,
  PageTitle,
  RadioGroup,
  TextField,
} from '../../ui/index.ts'
import { invite, languageOfHome } from '../invite.ts'
import { type MunicipalRole, municipalRoles } from '../membership.ts'
import { administrationCrumbs, codeOf } from './administration.tsx'
import { invitationLink } from './invitation-list.tsx'

/** What every invitation asks, whatever the organisation. */
export interface Invited {
  email: string
  validUntil: string | null
  letterLang: Lang
}

/** The schema of what every invitation asks. */
export function invitedSchema(lang: Lang) {
  const words = texts[lang].membership.invite
  return {
    email: requiredEmail(lang, words.emailMissing),
    validUntil: optionalDay(lang),
    letterLang: choice(texts[lang].form.notAChoice, languages),
  }
}

/** The address to invite. */
export function InvitedAddress(props: { lang: Lang; form: FormState }) {
  const words = texts[props.lang].membership.invite
  return (
    <TextField
      {...fieldsOf(props.form)('email')}
      type="email"
      label={words.email}
      hint={words.emailHint}
      maxLength={254}
    />
  )
}

/** How long the membership lasts and in which language the letter is. */
export function InvitedDetails(props: { lang: Lang; form: FormState }) {
  const { lang } = props
  const field = fieldsOf(props.form)
  const words = texts[lang].membership
  return (
    <>
      <DateField
        lang={lang}
        {...field('validUntil')}
        label={words.invite.until}
        hint={words.member.untilHint}
        optional={texts[lang].form.optional}
      />
      <RadioGroup
        {...field('letterLang')}
        legend={words.invite.letterLang}
        hint={words.invite.letterLangHint}
        inline
        options={languages.map((one) => ({ value: one, label: words.invite.languages[one] }))}
      />
    </>
  )
}

/** Inviting somebody into a municipality in a role, for the time being or until a day. */
export const invitePage: FormPage<{ code: string }, Invited & { role: MunicipalRole }> = {
  limit: 'mail',
  load: async (visit) => {
    const code = codeOf(visit)
    return code === undefined ? undefined : { code }
  },
  initial: ({ code }, visit) => ({
    role: municipalRoles.find((role) => role === visit.query.role) ?? 'employee',
    letterLang: languageOfHome({ municipalityCode: code }),
  }),
  form: (lang) =>
    z.object({
      ...invitedSchema(lang),
      role: choice(texts[lang].membership.invite.roleMissing, municipalRoles),
    }),
  view: ({ visit, data: { code }, form }) => {
    const { lang } = visit
    const words = texts[lang].membership
    return {
      title: words.invite.title,
      hidden: true,
      breadcrumb: [
        ...administrationCrumbs(visit, code, words.invitations.title).slice(0, -1),
        { text: words.invitations.title, href: visit.to('invitations', { code }) },
        { text: words.invite.title },
      ],
      body: (
        <>
          <ErrorSummary lang={lang} problems={form.problems} />
          <PageTitle caption={placeName(code, lang)}>{words.invite.title}</PageTitle>
          <Form lang={lang} submission={form.submission}>
            <InvitedAddress lang={lang} form={form} />
            <RadioGroup
              {...fieldsOf(form)('role')}
              legend={words.invite.role}
              options={municipalRoles.map((role) => ({
                value: role,
                label: texts[lang].people.roles[role],
                hint: words.roleHints[role],
              }))}
            />
            <InvitedDetails lang={lang} form={form} />
            <ButtonRow>
              <Button>{words.invite.send}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data: { code }, input }) => {
    if (!acting) throw new Error('an invitation is sent by nobody')
    const words = texts[visit.lang].membership
    if (input.validUntil !== null && input.validUntil < dayOf(visit.now))
      return refuse('validUntil', words.member.untilPassed)
    const home = { municipalityCode: code }
    const outcome = await invite(database, { ...acting, ...input, home, linkTo: invitationLink(visit) })
    if (!outcome.ok) return outcome
    return done({
      to: { name: 'invitations', parameters: { code } },
      notice: words.invite.sent(input.email),
    })
  },
}
