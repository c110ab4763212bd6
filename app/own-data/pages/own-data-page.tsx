import { formatMoment, formatNumber } from '../../platform/format.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Lede, PageTitle, Section, SummaryList, Table } from '../../ui/index.ts'
import { purposeNames, type PurposeName } from '../data-purposes.ts'
import { dataRegister } from '../data-register.ts'
import { gatherOwnData } from '../gather-own-data.ts'

interface Held {
  since: Date | undefined
  counts: { purpose: PurposeName; table: string; rows: number }[]
}

/** Everything held of whoever asks, in words and numbers, and what they may do with it. */
export const ownDataPage: ReadPage<Held> = {
  load: async (visit) => {
    if (!visit.person) return { since: undefined, counts: [] }
    const records = await gatherOwnData(visit.database, visit.person.id)
    const since = records.find((one) => one.table === 'persons')?.rows[0]?.created_at
    return {
      since: since instanceof Date ? since : undefined,
      counts: records.flatMap(({ table, rows }) => {
        const purpose = dataRegister[table]?.purpose
        return purpose === undefined ? [] : [{ purpose, table, rows: rows.length }]
      }),
    }
  },
  view: ({ visit, data }) => {
    const words = texts[visit.lang].ownData
    const purposes = texts[visit.lang].notices.purposes
    const { person } = visit
    const filled = purposeNames
      .map((purpose) => ({
        purpose,
        held: data.counts.filter((one) => one.purpose === purpose && one.rows > 0),
      }))
      .filter(({ held }) => held.length > 0)
    const empty = purposeNames.filter((purpose) => !filled.some((one) => one.purpose === purpose))
    const links = [
      ['download-own-data', words.fetch, words.fetchHint],
      ['correct-own-data', words.correct, words.correctHint],
      ['change-address', words.readdress, words.readdressHint],
      ['consents', words.agree, words.agreeHint],
      ['delete-own-data', words.forget, words.forgetHint],
    ] as const
    return {
      title: words.title,
      hidden: true,
      breadcrumb: [{ text: words.title }],
      body: (
        <>
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          <SummaryList
            rows={[
              {
                term: words.name,
                value: person?.name ?? '',
                action: { text: words.change, href: visit.to('correct-own-data'), about: words.name },
              },
              {
                term: words.email,
                value: person?.email || words.noEmail,
                action: { text: words.change, href: visit.to('change-address'), about: words.email },
              },
              {
                term: words.language,
                value: words.languages[person?.lang ?? visit.lang],
                action: { text: words.change, href: visit.to('correct-own-data'), about: words.language },
              },
              { term: words.known, value: data.since ? formatMoment(visit.lang, data.since) : '–' },
            ]}
          />
          <Section title={words.doTitle}>
            <ul class="link-list">
              {links.map(([name, text, hint]) => (
                <li>
                  <a href={visit.to(name)}>{text}</a> <span class="muted">{hint}</span>
                </li>
              ))}
            </ul>
          </Section>
          <Section title={words.heldTitle}>
            <p>{words.heldLede}</p>
            {filled.map(({ purpose, held }) => (
              <Section title={purposes[purpose].title} level={3}>
                <p class="muted">{purposes[purpose].why}</p>
                <Table
                  caption={`${purposes[purpose].title}: ${words.heldCaption}`}
                  captionHidden
                  columns={[
                    { text: words.heldColumns.what },
                    { text: words.heldColumns.count, numeric: true },
                  ]}
                  rows={held.map(({ table, rows }) => [
                    words.tables[table] ?? table,
                    formatNumber(visit.lang, rows),
                  ])}
                />
              </Section>
            ))}
            {empty.length > 0 && (
              <Section title={words.nothingHeldTitle} level={3}>
                <p>{words.nothingHeld}</p>
                <ul>
                  {empty.map((purpose) => (
                    <li>{purposes[purpose].title}</li>
                  ))}
                </ul>
              </Section>
            )}
            <p>
              <a href={visit.to('privacy')}>{words.notice}</a>
            </p>
          </Section>
        </>
      ),
    }
  },
}
