import { parseArgs } from 'node:util'
import { loadMunicipalities, municipalityByCode } from '../municipalities/index.ts'
import { personByEmail, programmeOfficeId, savePerson } from '../people/index.ts'
import { asSystem } from '../platform/database/acting.ts'
import type { Database } from '../platform/database/database.ts'
import { dayOf } from '../platform/format.ts'
import { orderedIds } from '../platform/identifiers.ts'
import { isLang } from '../platform/language.ts'
import { record } from '../platform/log/log.ts'
import { isMailAddress } from '../platform/mail/mail.ts'
import type { Command } from '../platform/operating/commands.ts'
import { addMembership, endMembershipRow, membershipFor, membershipsOf } from './membership-store.ts'
import { administratorsAndOffice } from './office-store.ts'
import type { Home } from './membership.ts'

const usage = [
  'uskalla user add EMAIL --name "NAME" --role office [--lang fi|sv|en]',
  'uskalla user add EMAIL --name "NAME" --role administrator --municipality CODE [--lang fi|sv|en]',
  'uskalla user list',
  'uskalla user end EMAIL [--role office|administrator] [--municipality CODE]',
].join('\n')

interface Asked {
  email: string
  name: string | undefined
  role: string | undefined
  municipality: string | undefined
  lang: string
}

/** Reads what stands after `user`; a sentence when it cannot be understood. */
function asked(parameters: string[]): { verb: string; options: Asked } | string {
  try {
    const { values, positionals } = parseArgs({
      args: parameters,
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        role: { type: 'string' },
        municipality: { type: 'string' },
        lang: { type: 'string' },
      },
    })
    const [verb = '', email = '', ...more] = positionals
    if (more.length > 0) return `What is “${more.join(' ')}”? A name of several words needs quotation marks.`
    const { name, role, municipality, lang = 'fi' } = values
    return {
      verb,
      options: {
        email: email.trim().toLowerCase(),
        name: name?.trim() || undefined,
        role,
        municipality,
        lang,
      },
    }
  } catch (error) {
    return `That cannot be understood: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** The home and role that were asked for; a sentence when they do not fit together. */
function placeOf({ role, municipality }: Asked): { home: Home; role: 'office' | 'administrator' } | string {
  if (role === 'office')
    return municipality === undefined
      ? { home: { organisationId: programmeOfficeId }, role }
      : 'The programme office belongs to no municipality: leave --municipality out.'
  if (role !== 'administrator') return 'The role is office or administrator: --role office'
  const code = municipality?.padStart(3, '0') ?? ''
  if (!municipalityByCode(code))
    return municipality === undefined
      ? 'An administrator needs a municipality: --municipality 239'
      : `No municipality has the code ${municipality}.`
  return { home: { municipalityCode: code }, role }
}

function placeWords(home: Home): string {
  return 'municipalityCode' in home
    ? `${municipalityByCode(home.municipalityCode)?.name.fi} (${home.municipalityCode})`
    : 'the programme office'
}

async function logged(database: Database, action: string, home: Home, recordId: string, now: Date) {
  await record(database, {
    chain: 'municipalityCode' in home ? home.municipalityCode : '000',
    action,
    recordKind: 'membership',
    recordId,
    personId: null,
    requestId: 'command',
    at: now,
  })
}

async function add(
  database: Database,
  options: Asked,
  say: (line: string) => void,
  now: Date,
): Promise<0 | 1> {
  const { email, name, lang } = options
  const place = placeOf(options)
  if (!isMailAddress(email) || !/@.+\.[^.]{2,}$/.test(email)) {
    say(`“${email}” is not an e-mail address.`)
    return 1
  }
  if (typeof place === 'string' || !isLang(lang)) {
    say(typeof place === 'string' ? place : `The language is fi, sv or en, not “${lang}”.`)
    return 1
  }
  const newId = orderedIds()
  // Municipalities are there only after a first start; a first administrator may be added before it.
  await loadMunicipalities(database)
  const known = await personByEmail(database, email, now)
  if (!known && name === undefined) {
    say('Nobody is known by that address yet, so a name is needed: --name "Maija Meikäläinen"')
    return 1
  }
  const person =
    known ??
    (await savePerson(database, {
      id: newId(),
      email,
      name: (name ?? email).slice(0, 200),
      lang,
      memberships: [],
      isExample: false,
      createdAt: now,
    }))
  const { home, role } = place
  if (await membershipFor(database, { personId: person.id, home, role, now })) {
    say(`${person.name} <${email}> has that already: ${role}, ${placeWords(home)}.`)
    return 0
  }
  const id = newId()
  await addMembership(database, {
    id,
    personId: person.id,
    home,
    role,
    validFrom: dayOf(now),
    validUntil: null,
    now,
  })
  await logged(database, 'membership.given-by-operator', home, id, now)
  say(`${person.name} <${email}> is now ${role}, ${placeWords(home)}.`)
  say('They sign in with that address on the sign-in page: a link comes by mail.')
  return 0
}

async function list(database: Database, say: (line: string) => void, now: Date): Promise<0> {
  const people = await administratorsAndOffice(database, now)
  for (const one of people)
    say(
      `${one.email}  ${one.name}  ${one.role}${one.municipalityCode ? `  ${municipalityByCode(one.municipalityCode)?.name.fi} (${one.municipalityCode})` : ''}`,
    )
  if (people.length === 0)
    say('There is no administrator and nobody in the programme office yet. Begin with “uskalla user add”.')
  return 0
}

async function end(
  database: Database,
  options: Asked,
  say: (line: string) => void,
  now: Date,
): Promise<0 | 1> {
  const person = await personByEmail(database, options.email, now)
  if (!person) {
    say(`Nobody is known by the address “${options.email}”.`)
    return 1
  }
  const wanted = (await membershipsOf(database, person.id, now)).filter(
    (one) =>
      (options.role === undefined || one.role === options.role) &&
      (options.municipality === undefined || one.municipalityCode === options.municipality.padStart(3, '0')),
  )
  for (const one of wanted) {
    await endMembershipRow(database, one.id, now)
    const home =
      one.municipalityCode === null
        ? { organisationId: one.organisationId ?? programmeOfficeId }
        : { municipalityCode: one.municipalityCode }
    await logged(database, 'membership.ended-by-operator', home, one.id, now)
    say(`Ended: ${person.name} <${person.email}>, ${one.role}, ${placeWords(home)}.`)
  }
  if (wanted.length === 0) say(`${person.name} <${person.email}> has no such membership.`)
  return wanted.length === 0 ? 1 : 0
}

/** `uskalla user …`: the first administrator of a server, a list of those who administer, and the end of a membership. */
export const userCommand: Command = {
  parameters: 'add|list|end …',
  summary: 'Gives and ends the rights of the programme office and of municipalities’ administrators.',
  async run({ data, say }, parameters) {
    const now = new Date()
    const read = asked(parameters)
    if (typeof read === 'string') {
      say(`${read}\n\n${usage}`)
      return 1
    }
    const { verb, options } = read
    return asSystem(data.database, async (database) => {
      if (verb === 'add') return add(database, options, say, now)
      if (verb === 'list') return list(database, say, now)
      if (verb === 'end') return end(database, options, say, now)
      say(usage)
      return 1
    })
  },
}
