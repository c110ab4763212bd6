import type { Generated } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { type Hidden, hiddenOf, type HidingColumns } from '../platform/hidden.ts'
import type { MunicipalityDetails, SaidDetails } from './membership.ts'

interface MunicipalityDetailsTable extends HidingColumns {
  id: Generated<string>
  municipality_code: string
  words_fi: string | null
  words_sv: string | null
  words_en: string | null
  contact_name: string | null
  contact_email: string | null
  contact_phone: string | null
  contact_url: string | null
  written_by: string | null
  version: number
  updated_at: Date
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    municipality_details: MunicipalityDetailsTable
  }
}

const nothingSaid: MunicipalityDetails = {
  words: { fi: null, sv: null, en: null },
  contact: { name: null, email: null, phone: null, url: null },
  version: 0,
  id: null,
  hidden: null,
}

/**
 * What a municipality says of itself and whom to ask about personal data; all null, version 0, when it has said nothing.
 * Hidden words stay in the database, except for those who write them.
 */
export async function detailsOf(
  database: Database,
  municipalityCode: string,
  { forWriting = false }: { forWriting?: boolean } = {},
): Promise<MunicipalityDetails> {
  const row = await database
    .selectFrom('municipality_details')
    .selectAll()
    .where('municipality_code', '=', municipalityCode)
    .executeTakeFirst()
  if (!row) return nothingSaid
  const hidden = hiddenOf(row)
  const says = hidden === null || forWriting
  return {
    words: says ? { fi: row.words_fi, sv: row.words_sv, en: row.words_en } : nothingSaid.words,
    contact: {
      name: row.contact_name,
      email: row.contact_email,
      phone: row.contact_phone,
      url: row.contact_url,
    },
    version: row.version,
    id: row.id,
    hidden,
  }
}

/** Hides what a municipality says of itself again, because it says what was hidden before. */
export async function hideDetailsAgain(
  database: Database,
  { municipalityCode, at, because }: { municipalityCode: string } & Hidden,
): Promise<void> {
  await database
    .updateTable('municipality_details')
    .set({ hidden_at: at, hidden_because: because })
    .where('municipality_code', '=', municipalityCode)
    .where('hidden_at', 'is', null)
    .execute()
}

/** Saves if nobody saved since `version` (0: nobody ever). True when it was saved. */
export async function updateDetails(
  database: Database,
  {
    municipalityCode,
    details,
    personId,
    now,
  }: { municipalityCode: string; details: SaidDetails; personId: string; now: Date },
): Promise<boolean> {
  const columns = {
    words_fi: details.words.fi,
    words_sv: details.words.sv,
    words_en: details.words.en,
    contact_name: details.contact.name,
    contact_email: details.contact.email,
    contact_phone: details.contact.phone,
    contact_url: details.contact.url,
    written_by: personId,
    version: details.version + 1,
    updated_at: now,
  }
  const saved =
    details.version === 0
      ? await database
          .insertInto('municipality_details')
          .values({ municipality_code: municipalityCode, ...columns })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await database
          .updateTable('municipality_details')
          .set(columns)
          .where('municipality_code', '=', municipalityCode)
          .where('version', '=', details.version)
          .returning('version')
          .executeTakeFirst()
  return saved !== undefined
}
