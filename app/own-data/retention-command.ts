import type { Command } from '../platform/operating/commands.ts'
import { asSystem } from '../platform/database/acting.ts'
import { orderedIds } from '../platform/identifiers.ts'
import type { RetentionRule } from '../platform/retention.ts'
import type { AddressOf } from './address-of.ts'
import { pastTheirTerm, runRetention } from './run-retention.ts'

/** The operator's command: tidies at once, or tells what a tidying would take away. */
export function retentionCommand({
  later,
  pathOf,
}: {
  later: readonly RetentionRule[]
  pathOf: AddressOf
}): Command {
  return {
    parameters: '[--dry-run]',
    summary: 'Removes what is past its term, as every night; --dry-run only tells what that would be.',
    async run({ configuration, data, say }, [word]) {
      const now = new Date()
      if (word === '--dry-run') {
        const rules = await asSystem(data.database, (system) => pastTheirTerm(system, { now, later }))
        for (const { table, days, due } of rules)
          say(`${table.padEnd(24)} kept ${String(days).padStart(4)} days, ${due} rows past that`)
        return 0
      }
      const run = await asSystem(data.database, (system) =>
        runRetention(system, {
          now,
          newId: orderedIds(),
          dataFolder: configuration.dataFolder,
          addressOf: (...page) => configuration.baseUrl + pathOf(...page),
          later,
        }),
      )
      for (const [table, rows] of Object.entries(run.removed)) say(`${table.padEnd(24)} ${rows} rows removed`)
      if (Object.keys(run.removed).length === 0) say('Nothing was past its term.')
      return 0
    },
  }
}
