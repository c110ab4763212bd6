import { z } from 'zod'
import { placeName } from '../../municipalities/index.ts'
import { isMailAddress } from '../../platform/mail/mail.ts'
import { optionalText, optionalWebAddress } from '../../platform/web/fields.ts'
import { done, type FormPage } from '../../platform/web/page.ts'
import type { Lang } from '../../platform/language.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  EditedTexts,
  ErrorSummary,
  Form,
  Lede,
  Notice,
  PageTitle,
  Section,
} from '../../ui/index.ts'
import { detailsOf } from '../details-store.ts'
import { mayAdminister } from '../membership-policy.ts'
import type { MunicipalityDetails } from '../membership.ts'
import { detailsAsFields, saveDetails } from '../save-details.ts'
import { administrationCrumbs, codeOf } from './administration.tsx'

const wordsLongest = 1_000
const lineLongest = 200

function schema(lang: Lang) {
  return z.object({
    wordsFi: optionalText(lang, wordsLongest),
    wordsSv: optionalText(lang, wordsLongest),
    wordsEn: optionalText(lang, wordsLongest),
    contactName: optionalText(lang, lineLongest),
    contactEmail: optionalText(lang, lineLongest).refine((value) => value === null || isMailAddress(value), {
      message: texts[lang].form.notAnEmail,
    }),
    contactPhone: optionalText(lang, lineLongest),
    contactUrl: optionalWebAddress(lang),
  })
}

type Fields = z.infer<ReturnType<typeof schema>>

/** What a municipality says of itself on its page, and whom to ask about personal data. */
export const municipalityDetailsPage: FormPage<{ code: string; details: MunicipalityDetails }, Fields> = {
  load: async (visit) => {
    const code = codeOf(visit)
    if (code === undefined) return undefined
    // Hidden words stand in no other page than this, where they are written.
    if (!mayAdminister(visit, { code })) return { code, details: await detailsOf(visit.database, code) }
    return { code, details: await detailsOf(visit.database, code, { forWriting: true }) }
  },
  initial: ({ details }) => detailsAsFields(details),
  version: ({ details }) => details.version,
  form: schema,
  view: ({ visit, data: { code, details }, form }) => {
    const { lang } = visit
    const words = texts[lang].membership.details
    const { optional } = texts[lang].form
    return {
      title: words.title,
      hidden: true,
      breadcrumb: administrationCrumbs(visit, code, words.title),
      body: (
        <>
          <ErrorSummary lang={lang} problems={form.problems} />
          <PageTitle caption={placeName(code, lang)}>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          {details.hidden && (
            <Notice kind="attention" title={texts[lang].moderation.hiddenTitle}>
              <p>{`${texts[lang].moderation.hidden[details.hidden.because]} ${words.staysHidden}`}</p>
            </Notice>
          )}
          <Form lang={lang} submission={form.submission}>
            <Section title={words.words}>
              <p>{words.wordsHint}</p>
              <EditedTexts
                lang={lang}
                form={form}
                maxLength={wordsLongest}
                rows={4}
                fields={[
                  { name: 'wordsFi', label: words.wordsFi, optional },
                  { name: 'wordsSv', label: words.wordsSv, optional },
                  { name: 'wordsEn', label: words.wordsEn, optional },
                ]}
              />
            </Section>
            <Section title={words.contact}>
              <EditedTexts
                lang={lang}
                form={form}
                maxLength={lineLongest}
                lines
                fields={[
                  { name: 'contactName', label: words.contactName, optional },
                  { name: 'contactEmail', label: words.contactEmail, optional },
                  { name: 'contactPhone', label: words.contactPhone, optional },
                  { name: 'contactUrl', label: words.contactUrl, optional },
                ]}
              />
            </Section>
            <ButtonRow>
              <Button>{words.save}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data: { code }, input, version }) => {
    if (!acting) throw new Error('details are saved by nobody')
    const outcome = await saveDetails(database, {
      ...acting,
      municipalityCode: code,
      details: {
        words: { fi: input.wordsFi, sv: input.wordsSv, en: input.wordsEn },
        contact: {
          name: input.contactName,
          email: input.contactEmail,
          phone: input.contactPhone,
          url: input.contactUrl,
        },
        version,
      },
    })
    if (!outcome.ok) return outcome
    const words = texts[visit.lang].membership.details
    return done({
      to: { name: 'administer', parameters: { code } },
      notice: outcome.value.areHidden ? words.savedHidden : words.saved,
    })
  },
}
