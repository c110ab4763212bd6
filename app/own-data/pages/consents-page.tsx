import { z } from 'zod'
import { formatMoment } from '../../platform/format.ts'
import { choices } from '../../platform/web/fields.ts'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  CheckboxGroup,
  ErrorSummary,
  Form,
  Lede,
  PageTitle,
  problemOf,
  Section,
  Table,
} from '../../ui/index.ts'
import { answerConsents } from '../answer-consents.ts'
import { type Consent, consentPurposes, type ConsentPurpose, whatHolds } from '../consent.ts'
import { consentsOf } from '../own-data-store.ts'
import { crumbsOfOwnData } from './fresh-first.tsx'

/** What one agrees to, purpose by purpose, with everything one has answered before. */
export const consentsPage: FormPage<Consent[], { agreed: ConsentPurpose[] }> = {
  load: async (visit) => (visit.person ? consentsOf(visit.database, visit.person.id) : []),
  form: (lang) => z.object({ agreed: choices(lang, consentPurposes) }),
  initial: (answers) => {
    const holds = whatHolds(answers)
    return { agreed: consentPurposes.filter((purpose) => holds[purpose]) }
  },
  view: ({ visit, data, form }) => {
    const words = texts[visit.lang].ownData.consents
    return {
      title: words.title,
      hidden: true,
      breadcrumb: crumbsOfOwnData(visit, words.title),
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={form.problems} />
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          <Form lang={visit.lang} submission={form.submission}>
            <CheckboxGroup
              name="agreed"
              legend={words.legend}
              values={form.values.all('agreed')}
              problem={problemOf(form.problems, 'agreed')}
              options={consentPurposes.map((purpose) => ({ value: purpose, ...words.purposes[purpose] }))}
            />
            <ButtonRow>
              <Button>{words.button}</Button>
            </ButtonRow>
          </Form>
          <Section title={words.historyTitle}>
            {data.length === 0 ? (
              <p>{words.historyNone}</p>
            ) : (
              <Table
                caption={words.historyCaption}
                columns={[
                  words.columns.when,
                  words.columns.what,
                  words.columns.answer,
                  words.columns.wording,
                ].map((text) => ({ text }))}
                rows={data.map((answer) => [
                  formatMoment(visit.lang, answer.at),
                  words.purposes[answer.purpose].label,
                  answer.given ? words.given : words.withdrawn,
                  answer.wording,
                ])}
              />
            )}
          </Section>
        </>
      ),
    }
  },
  submit: async (database, { visit, acting, input }) => {
    const words = texts[visit.lang].ownData.consents
    if (!acting) return refuse('', words.lede)
    const changed = await answerConsents(database, { ...acting, ...input })
    return done({ to: { name: 'consents' }, notice: changed > 0 ? words.saved : words.unchanged })
  },
}
