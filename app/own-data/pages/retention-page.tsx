import { asSystem } from '../../platform/database/acting.ts'
import { formatMoment, formatNumber } from '../../platform/format.ts'
import type { Policy } from '../../platform/web/policy.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import type { RetentionRule } from '../../platform/retention.ts'
import { texts } from '../../texts/index.ts'
import { Lede, PageTitle, Section, Table, Timeline } from '../../ui/index.ts'
import { newestRetentionRuns, type RetentionRun } from '../retention-runs-store.ts'
import { pastTheirTerm } from '../run-retention.ts'

interface Tidied {
  rules: { table: string; days: number; due: number }[]
  runs: RetentionRun[]
}

/** The programme office sees what the nightly tidying removed. */
export const maySeeRetention: Policy = ({ person }) =>
  person?.memberships.some((membership) => membership.role === 'office') ?? false

/** How long everything is kept, what is past its term now, and what the last nights removed. `later` as in the tidying. */
export function retentionPage(later: readonly RetentionRule[]): ReadPage<Tidied> {
  return {
    load: async (visit) => {
      // Counted for those who may see it only; the policy is asked after this.
      if (!maySeeRetention(visit, undefined)) return { rules: [], runs: [] }
      return {
        rules: await asSystem(visit.database, (system) => pastTheirTerm(system, { now: visit.now, later })),
        runs: await newestRetentionRuns(visit.database, 30),
      }
    },
    view: ({ visit, data }) => {
      const { retention: words, tables } = texts[visit.lang].ownData
      const inWords = (removed: Record<string, number>) =>
        Object.entries(removed)
          .map(([table, rows]) => `${tables[table] ?? table}: ${formatNumber(visit.lang, rows)}`)
          .join('; ')
      return {
        title: words.title,
        hidden: true,
        breadcrumb: [{ text: words.title }],
        body: (
          <>
            <PageTitle>{words.title}</PageTitle>
            <Lede>{words.lede}</Lede>
            <Section title={words.runsTitle}>
              {data.runs.length === 0 ? (
                <p>{words.runsNone}</p>
              ) : (
                <Timeline
                  entries={data.runs.map((run) => ({
                    date: formatMoment(visit.lang, run.at),
                    title: inWords(run.removed) || words.nothingRemoved,
                  }))}
                />
              )}
            </Section>
            <Section title={words.rulesTitle}>
              <Table
                caption={words.rulesCaption}
                columns={[
                  { text: words.columns.what },
                  { text: words.columns.days, numeric: true },
                  { text: words.columns.due, numeric: true },
                ]}
                rows={data.rules.map(({ table, days, due }) => [
                  tables[table] ?? table,
                  formatNumber(visit.lang, days),
                  formatNumber(visit.lang, due),
                ])}
              />
            </Section>
          </>
        ),
      }
    },
  }
}
