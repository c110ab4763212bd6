import { z } from 'zod'
import { placeName } from '../../municipalities/index.ts'
import { formatDate } from '../../platform/format.ts'
import { optionalText } from '../../platform/web/fields.ts'
import { done, type FormPage, refuse } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonRow,
  EmptyState,
  ErrorSummary,
  fieldsOf,
  Form,
  Lede,
  PageTitle,
  TextField,
} from '../../ui/index.ts'
import { addDomain, takeDomainAway } from '../change-domains.ts'
import { domainsOf } from '../joining-store.ts'
import { mayAdminister } from '../membership-policy.ts'
import type { MunicipalityDomain } from '../membership.ts'
import { administrationCrumbs, codeOf } from './administration.tsx'

interface Domains {
  code: string
  domains: MunicipalityDomain[]
}

/** The e-mail domains by which a municipality's employees may ask to join. */
export const emailDomainsPage: FormPage<Domains, { domain: string | null; remove?: string }> = {
  load: async (visit) => {
    const code = codeOf(visit)
    if (code === undefined) return undefined
    return { code, domains: mayAdminister(visit, { code }) ? await domainsOf(visit.database, code) : [] }
  },
  form: (lang) => z.object({ domain: optionalText(lang, 253), remove: z.string().optional() }),
  view: ({ visit, data: { code, domains }, form }) => {
    const { lang } = visit
    const words = texts[lang].membership.domains
    return {
      title: words.title,
      hidden: true,
      breadcrumb: administrationCrumbs(visit, code, words.title),
      body: (
        <>
          <ErrorSummary lang={lang} problems={form.problems} />
          <PageTitle caption={placeName(code, lang)}>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          {domains.length === 0 ? (
            <EmptyState text={words.none} />
          ) : (
            <Form lang={lang} submission={form.submission}>
              <ul class="plain-list">
                {domains.map((one) => (
                  <li>
                    <strong>{one.domain}</strong>{' '}
                    <span class="muted">
                      {one.confirmedAt ? words.confirmed(formatDate(lang, one.confirmedAt)) : words.waiting}
                    </span>{' '}
                    <Button kind="quiet" name="remove" value={one.domain}>
                      {words.remove(one.domain)}
                    </Button>
                  </li>
                ))}
              </ul>
            </Form>
          )}
          <Form lang={lang} submission={form.submission}>
            <TextField
              {...fieldsOf(form)('domain')}
              label={words.domain}
              hint={words.domainHint}
              width="medium"
              maxLength={253}
            />
            <ButtonRow>
              <Button>{words.add}</Button>
            </ButtonRow>
          </Form>
        </>
      ),
    }
  },
  submit: async (database, { acting, visit, data: { code }, input }) => {
    if (!acting) throw new Error('a domain is changed by nobody')
    const words = texts[visit.lang].membership.domains
    const to = { name: 'email-domains' as const, parameters: { code } }
    const change = { ...acting, municipalityCode: code }
    if (input.remove !== undefined) {
      const outcome = await takeDomainAway(database, { ...change, domain: input.remove })
      return outcome.ok ? done({ to, notice: words.removed }) : outcome
    }
    if (input.domain === null) return refuse('domain', words.domainMissing)
    const outcome = await addDomain(database, { ...change, domain: input.domain })
    if (!outcome.ok) return outcome
    return done({ to, notice: outcome.value.confirmed ? words.added : words.proposed })
  },
}
