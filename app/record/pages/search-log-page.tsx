import { z } from 'zod'
import { allMunicipalities, placeName } from '../../municipalities/index.ts'
import { namesOf, personIdOfEmail } from '../../people/index.ts'
import { asSystem } from '../../platform/database/acting.ts'
import { formatMoment, formatNumber } from '../../platform/format.ts'
import type { LogLine } from '../../platform/log/line.ts'
import { requiredEmail } from '../../platform/web/fields.ts'
import { done, type FormPage, type FormState, refuse } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  DateField,
  Details,
  EmptyState,
  ErrorSummary,
  fieldsOf,
  Form,
  Lede,
  PageTitle,
  Pagination,
  problemOf,
  Section,
  Select,
  SummaryList,
  Table,
  TextField,
} from '../../ui/index.ts'
import { actingForInWords, actionInWords, chainInWords, kindInWords, knownActions } from '../line-in-words.ts'
import { mayReadLog, readableChains } from '../log-policy.ts'
import { mostCounted, mostExported, searchLog } from '../log-store.ts'
import { type AskedLines, askedLines } from './asked-lines.ts'

interface FoundLines extends AskedLines {
  lines: LogLine[]
  names: Map<string, string>
  total: number
  page: number
  pages: number
}

/**
 * The log for those who look after it: by day, person, action and record, with export. A person is looked for by an e-mail
 * address that is sent as a form, so that it stands in no address and in no log.
 */
export const searchLogPage: FormPage<FoundLines, { email: string }> = {
  load: async (visit) => {
    const asked = askedLines(visit)
    const page = Math.min(Number(/^[1-9]\d{0,3}$/.exec(visit.query.page ?? '')?.[0] ?? 1), 200)
    const found = mayReadLog(visit, undefined)
      ? await searchLog(visit.database, asked.filter, page)
      : { lines: [], total: 0, pages: 1 }
    const names = await namesOf(
      visit.database,
      found.lines.flatMap((line) => line.person_id ?? []),
    )
    return { ...asked, ...found, names, page }
  },
  form: (lang) => z.object({ email: requiredEmail(lang, texts[lang].record.search.emailMissing) }),
  view: ({ visit, data, form }) => {
    const words = texts[visit.lang].record.search
    const mine = readableChains(visit)
    const narrowed = Object.values(data.asked).some((asked) => asked !== '')
    return {
      title: words.title,
      breadcrumb: [
        { text: texts[visit.lang].record.heads.title, href: visit.to('log-heads') },
        { text: words.title },
      ],
      wide: true,
      hidden: true,
      body: (
        <>
          <ErrorSummary lang={visit.lang} problems={[...data.problems, ...form.problems]} />
          <PageTitle>{words.title}</PageTitle>
          <Lede>
            {mine === 'every'
              ? words.ledeOffice
              : words.ledeOwn(mine.map((code) => placeName(code, visit.lang)).join(', '))}
          </Lede>
          <p>{words.fingerprints}</p>
          <Filters visit={visit} data={data} />
          <PersonFilter visit={visit} data={data} form={form} />
          {data.lines.length === 0 ? (
            <EmptyState
              text={narrowed ? words.none : words.nothing}
              action={narrowed ? { href: visit.to('search-log'), text: words.clear } : undefined}
            />
          ) : (
            <>
              <p class="muted">{countInWords(visit, data.total)}</p>
              <Lines visit={visit} data={data} />
              <Pagination
                lang={visit.lang}
                page={data.page}
                pages={data.pages}
                href={(page) => visit.to('search-log', {}, { ...data.asked, page })}
              />
              <Section title={words.exportTitle} id="export">
                <p>{words.exportText(formatNumber(visit.lang, mostExported))}</p>
                <ButtonRow>
                  <ButtonLink kind="secondary" href={visit.to('log-csv-file', {}, data.asked)}>
                    {words.csv}
                  </ButtonLink>
                  <ButtonLink kind="secondary" href={visit.to('log-lines-file', {}, data.asked)}>
                    {words.jsonLines}
                  </ButtonLink>
                </ButtonRow>
                <p class="muted">{words.jsonLinesHint}</p>
                <Details summary={words.columnsTitle}>
                  <SummaryList
                    rows={texts[visit.lang].record.csv.map((term, column) => ({
                      term,
                      value: words.columns[column] ?? '',
                    }))}
                  />
                </Details>
              </Section>
            </>
          )}
        </>
      ),
    }
  },
  submit: async (database, { visit, data, input }) => {
    const email = input.email.toLowerCase()
    // The programme office looks for former members too; an administrator learns of nobody whom they do not look after.
    const person =
      readableChains(visit) === 'every'
        ? await asSystem(database, (system) => personIdOfEmail(system, email))
        : await personIdOfEmail(database, email)
    if (person === undefined) return refuse('email', texts[visit.lang].record.search.unknownPerson)
    return done({ to: { name: 'search-log', query: { ...data.asked, person } } })
  },
}

function countInWords(visit: Visit, total: number): string {
  const words = texts[visit.lang].record.search
  if (total > mostCounted) return words.more(formatNumber(visit.lang, mostCounted))
  return total === 1 ? words.one : words.found(formatNumber(visit.lang, total))
}

function Filters({ visit, data }: { visit: Visit; data: FoundLines }) {
  const { lang } = visit
  const words = texts[lang].record.search
  const mine = readableChains(visit)
  const field = (name: keyof AskedLines['asked']) => ({
    name,
    value: data.asked[name],
    problem: problemOf(data.problems, name),
  })
  const chains = [
    ...(mine === 'every' ? ['000'] : []),
    ...allMunicipalities(lang)
      .map((one) => one.code)
      .filter((code) => mine === 'every' || mine.includes(code)),
  ]
  const actions = knownActions
    .map((action) => ({ value: action as string, label: actionInWords(lang, action) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, lang))
  return (
    <form method="get" class="filters" aria-label={words.filter}>
      {chains.length > 1 && (
        <Select
          {...field('chain')}
          label={words.chain}
          empty={words.everyChain}
          options={chains.map((chain) => ({ value: chain, label: chainInWords(lang, chain) }))}
        />
      )}
      <DateField {...field('from')} lang={lang} label={words.from} />
      <DateField {...field('until')} lang={lang} label={words.until} />
      {data.asked.person !== '' && <input type="hidden" name="person" value={data.asked.person} />}
      <Select {...field('action')} label={words.action} empty={words.everyAction} options={actions} />
      <TextField {...field('record')} label={words.recordId} />
      <Button kind="secondary">{words.show}</Button>
    </form>
  )
}

function PersonFilter({ visit, data, form }: { visit: Visit; data: FoundLines; form: FormState }) {
  const words = texts[visit.lang].record.search
  const { person } = data.asked
  const sentFromAddress = problemOf(data.problems, 'email')
  return (
    <>
      {person !== '' && (
        <p>
          {words.onlyOf(data.names.get(person) ?? words.somebody)}{' '}
          <a href={visit.to('search-log', {}, { ...data.asked, person: '' })}>{words.ofEverybody}</a>
        </p>
      )}
      <Form lang={visit.lang} submission={form.submission}>
        <TextField
          {...fieldsOf(form)('email')}
          {...(sentFromAddress !== undefined && { problem: sentFromAddress })}
          label={words.person}
          hint={words.personHint}
          type="email"
          width="medium"
        />
        <ButtonRow>
          <Button kind="secondary">{words.findPerson}</Button>
        </ButtonRow>
      </Form>
    </>
  )
}

function Lines({ visit, data }: { visit: Visit; data: FoundLines }) {
  const { lang } = visit
  const words = texts[lang].record.search
  return (
    <Table
      caption={words.caption}
      columns={[
        { text: words.at },
        { text: words.what },
        { text: words.target },
        { text: words.who },
        { text: words.forWhom },
        { text: words.place },
      ]}
      rows={data.lines.map((line) => [
        formatMoment(lang, new Date(line.at)),
        actionInWords(lang, line.action),
        <>
          <RecordLink visit={visit} line={line} />
          <br />
          <a class="muted" href={visit.to('search-log', {}, { ...data.asked, record: line.record_id })}>
            {words.ofRecord}
          </a>
        </>,
        line.person_id === null ? (
          words.nobody
        ) : (
          <>
            {data.names.get(line.person_id) ?? words.gone}
            <br />
            <a class="muted" href={visit.to('search-log', {}, { ...data.asked, person: line.person_id })}>
              {words.ofPerson}
            </a>
          </>
        ),
        line.person_id === null ? '' : actingForInWords(lang, line.acting_for),
        <>
          {chainInWords(lang, line.chain)}, {formatNumber(lang, line.position)}
          <br />
          <code class="muted">{line.hash.slice(0, 12)}</code>
        </>,
      ])}
    />
  )
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function RecordLink({ visit, line }: { visit: Visit; line: LogLine }) {
  const kind = kindInWords(visit.lang, line.record_kind)
  if ((line.record_kind === 'idea' || line.record_kind === 'experiment') && uuid.test(line.record_id))
    return <a href={visit.to(line.record_kind, { id: line.record_id })}>{kind}</a>
  return <>{kind}</>
}
