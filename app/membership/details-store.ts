import type { Database } from '../platform/database/database.ts'
import type { MunicipalityDetails } from './membership.ts'

interface MunicipalityDetailsTable {
  municipality_code: string
  words_fi: string | null
  words_sv: string | null
  words_en: string | null
  contact_name: string | null
  contact_email: string | null
  contact_phone: string | null
  contact_url: string | null
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
}

/** What a municipality says of itself and whom to ask about personal data; all null, version 0, when it has said nothing. */
export async function detailsOf(database: Database, municipalityCode: string): Promise<MunicipalityDetails> {
  const row = await database
    .selectFrom('municipality_details')
    .selectAll()
    .where('municipality_code', '=', municipalityCode)
    .executeTakeFirst()
  if (!row) return nothingSaid
  return {
    words: { fi: row.words_fi, sv: row.words_sv, en: row.words_en },
    contact: {
      name: row.contact_name,
      email: row.contact_email,
      phone: row.contact_phone,
      url: row.contact_url,
    },
    version: row.version,
  }
}

/** Saves if nobody saved since `version` (0: nobody ever). True when it was saved. */
export async function updateDetails(
  database: Database,
  { municipalityCode, details, now }: { municipalityCode: string; details: MunicipalityDetails; now: Date },
): Promise<boolean> {
  const columns = {
    words_fi: details.words.fi,
    words_sv: details.words.sv,
    words_en: details.words.en,
    contact_name: details.contact.name,
    contact_email: details.contact.email,
    contact_phone: details.contact.phone,
    contact_url: details.contact.url,
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
