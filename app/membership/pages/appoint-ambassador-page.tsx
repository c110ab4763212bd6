import { z } from 'zod'
import { allMunicipalities } from '../../municipalities/index.ts'
import { dayOf } from '../../platform/format.ts'
import { choice, optionalDay, requiredEmail } from '../../platform/web/fields.ts'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  DateField,
  ErrorSummary,
  fieldsOf,
  Form,
  Lede,
  PageTitle,
  Select,
} from '../../ui/index.ts'
import { appointAmbassador } from '../appoint-ambassador.ts'
import { officeCrumbs } from './administration.tsx'
import { invitationLink } from './invitation-list.tsx'
import { InvitedAddress } from './invite-page.tsx'

interface Appointed {
  municipality: string
  email: string
  validUntil: string | null
}

/** Appointing the experiment ambassador of a municipality. */
export const appointAmbassadorPage: FormPage<object, Appointed> = {
  limit: 'mail',
  load: async () => ({}),
  form: (lang) =>
    z.object({
      municipality: choice(
        texts[lang].membership.ambassadors.municipalityMissing,
        allMunicipalities().map((one) => one.code),
      ),
      email: requiredEmail(lang, texts[lang].membership.invite.emailMissing),
      validUntil: optionalDay(lang),
    }),
  view: ({ visit, form }) => {
    const { lang } = visit
    const words = texts[lang].membership
    const field = fieldsOf(form)
    return {
      title: words.ambassadors.appointTitle,
      hidden: true,
      breadcrumb: officeCrumbs(
        visit,
        { text: words.ambassadors.title, href: visit.to('ambassadors') },
        { text: words.ambassadors.appoint },
      ),
      body: (
        <>
          <ErrorSummary lang={lang} problems={form.problems} />
          <PageTitle>{words.ambassadors.appointTitle}</PageTitle>
          <Lede>{words.ambassadors.appointLede}</Lede>
          <Form lang={lang} submission={form.submission}>
            <Select
              {...field('municipality')}
              label={words.ambassadors.municipality}
              empty={words.office.chooseMunicipality}
              options={allMunicipalities(lang).map((one) => ({ value: one.code, label: one.name[lang] }))}
            />
            <InvitedAddress lang={lang} form={form} />
            <DateField
              lang={lang}
              {...field('validUntil')}
              label={words.member.until}
              hint={words.member.untilHint}
              optional={texts[lang].form.optional}
            />
            <ButtonRow>
              <Button>{words.ambassadors.appoint}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, input }) => {
    if (!acting) throw new Error('an ambassador is appointed by nobody')
    const words = texts[visit.lang].membership
    const { municipality: municipalityCode, email, validUntil } = input
    if (validUntil !== null && validUntil < dayOf(visit.now))
      return refuse('validUntil', words.member.untilPassed)
    const linkTo = invitationLink(visit)
    const outcome = await appointAmbassador(database, {
      ...acting,
      municipalityCode,
      email,
      validUntil,
      linkTo,
    })
    if (!outcome.ok) return outcome
    return done({
      to: { name: 'ambassadors' },
      notice: outcome.value === 'appointed' ? words.ambassadors.appointed : words.ambassadors.invited(email),
    })
  },
}
