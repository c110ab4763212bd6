import type { Selectable } from 'kysely'
import type { StopReason } from '../experiments/index.ts'
import type { Database } from '../platform/database/database.ts'
import { hiddenOf, type HidingColumns } from '../platform/hidden.ts'
import type { Decision, DecisionKind } from './decision.ts'
import type { Proposal } from './propose.ts'

interface DecisionsTable extends HidingColumns {
  id: string
  experiment_id: string
  municipality_code: string
  kind: DecisionKind
  reasons: string
  stop_reason: StopReason | null
  proposal: Proposal | null
  against_proposal: string | null
  would_change: string | null
  decided_by: string
  decided_on: string
  at: Date
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    decisions: DecisionsTable
  }
}

function decisionOf(row: Selectable<DecisionsTable>): Decision {
  const hidden = hiddenOf(row)
  return {
    id: row.id,
    experimentId: row.experiment_id,
    kind: row.kind,
    reasons: hidden ? '' : row.reasons,
    stopReason: row.stop_reason,
    proposal: row.proposal,
    againstProposal: hidden ? null : row.against_proposal,
    wouldChange: hidden ? null : row.would_change,
    decidedBy: row.decided_by,
    decidedOn: row.decided_on,
    at: row.at,
    hidden,
  }
}

/** All decisions on an experiment, newest first. */
export async function decisionsOf(database: Database, experimentId: string): Promise<Decision[]> {
  const rows = await database
    .selectFrom('decisions')
    .selectAll()
    .where('experiment_id', '=', experimentId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(decisionOf)
}

export async function saveDecision(
  database: Database,
  decision: Omit<Decision, 'hidden'> & { municipalityCode: string },
): Promise<void> {
  await database
    .insertInto('decisions')
    .values({
      id: decision.id,
      experiment_id: decision.experimentId,
      municipality_code: decision.municipalityCode,
      kind: decision.kind,
      reasons: decision.reasons,
      stop_reason: decision.stopReason,
      proposal: decision.proposal,
      against_proposal: decision.againstProposal,
      would_change: decision.wouldChange,
      decided_by: decision.decidedBy,
      decided_on: decision.decidedOn,
      at: decision.at,
    })
    .execute()
}
