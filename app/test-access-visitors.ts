import { examplePeopleOfTrial as people } from './people/index.ts'
import type { Person, Role } from './platform/web/visitor.ts'

/** The municipality that the records of the matrix belong to. */
export const ownMunicipality = '239'
/** The one that everybody else works in. */
export const otherMunicipality = '071'

/** Stands in every text of unfrozen plans and of what belongs to them. */
export const secretOfDrafts = 'xsalattuluonnosx'
/** Stands in every text of agreed ponderings. */
export const secretOfPonderings = 'xsalattutuumailux'
/** Where ponderings are held; nobody else's page holds it. */
export const placeOfPonderings = 'Salattu kokoustila'
/** Stands in a text that moderators have hidden. */
export const secretOfHidden = 'xsalattupiilotettux'
/** Stands in the name of whoever offers hours, which those who take part and those who look after members may read. */
export const secretOfOfferers = 'xsalattutarjoajax'
/** Stands in the address of a member, and in one that was invited. */
export const secretOfMembers = 'xsalattuosoitex'

const person = (number: number, role: Role | undefined, municipalityCode: string | null): Person => ({
  id: `01900000-0000-7000-8000-0000000010${String(number).padStart(2, '0')}`,
  email: `rooli-${number}@esimerkki.invalid`,
  name: `Rooli ${number}`,
  lang: 'fi',
  memberships: role === undefined ? [] : [{ municipalityCode, role }],
})

/** Everybody who tries every address: nobody, the roles at home and elsewhere, and two who have a part in the record. */
export const visitors = {
  stranger: undefined,
  newcomer: person(1, undefined, null),
  'resident own': people.resident,
  'resident other': person(2, 'resident', otherMunicipality),
  'employee own': people.colleague,
  'employee other': person(3, 'employee', otherMunicipality),
  'author own': people.employee,
  'offerer other': people.ambassador,
  'ambassador own': person(4, 'ambassador', ownMunicipality),
  'ambassador other': person(5, 'ambassador', otherMunicipality),
  'leader own': people.leader,
  'leader other': person(6, 'leader', otherMunicipality),
  'administrator own': person(7, 'administrator', ownMunicipality),
  'administrator other': person(8, 'administrator', otherMunicipality),
  office: people.office,
  researcher: people.researcher,
} as const satisfies Record<string, Person | undefined>

/** How one of them is called in the matrix. */
export type VisitorName = keyof typeof visitors

/** Whoever offers hours, under a name and an address that few may read. */
export const hiddenOfferer: Person = {
  ...person(9, 'employee', ownMunicipality),
  email: `${secretOfMembers}@esimerkki.invalid`,
  name: `Tarjoaja ${secretOfOfferers}`,
}
