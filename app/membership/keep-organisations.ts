import type { Database } from '../platform/database/database.ts'
import { record } from '../platform/log/log.ts'
import { done, type Outcome, refuse } from '../platform/web/page.ts'
import type { Acting } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'
import type { Organisation, OrganisationKind } from './membership.ts'
import {
  findOrganisation,
  organisationByName,
  saveOrganisation,
  updateOrganisation,
} from './organisation-store.ts'

/** Adds an organisation that is not a municipality. Refused when one of the same kind and name is there. */
export async function addOrganisation(
  database: Database,
  {
    person,
    now,
    requestId,
    newId,
    lang,
    kind,
    name,
  }: Acting & { kind: OrganisationKind; name: Organisation['name'] },
): Promise<Outcome<string>> {
  if (await organisationByName(database, kind, name.fi))
    return refuse('nameFi', texts[lang].membership.organisations.sameName)
  const id = newId()
  await saveOrganisation(database, { id, kind, name, now })
  await record(database, {
    chain: '000',
    action: 'organisation.added',
    recordKind: 'organisation',
    recordId: id,
    personId: person.id,
    requestId,
    at: now,
    after: { kind, name },
  })
  return done(id)
}

/** Changes the names of an organisation. When somebody saved in between, nothing changes and theirs come back. */
export async function renameOrganisation(
  database: Database,
  { person, now, requestId, id, version, name }: Acting & Pick<Organisation, 'id' | 'version' | 'name'>,
): Promise<Outcome> {
  const before = await findOrganisation(database, id)
  if (!before) throw new Error('an organisation disappeared while it was renamed')
  if (!(await updateOrganisation(database, { id, version, name }))) {
    const theirs = (await findOrganisation(database, id))?.name ?? before.name
    return {
      ok: false,
      problems: [],
      theirs: { nameFi: theirs.fi, nameSv: theirs.sv ?? '', nameEn: theirs.en ?? '' },
    }
  }
  await record(database, {
    chain: '000',
    action: 'organisation.renamed',
    recordKind: 'organisation',
    recordId: id,
    personId: person.id,
    requestId,
    at: now,
    before: before.name,
    after: name,
  })
  return done()
}
