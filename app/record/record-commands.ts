import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { asSystem } from '../platform/database/acting.ts'
import type { Database } from '../platform/database/database.ts'
import { linesOfChain } from '../platform/log/log.ts'
import type { Command } from '../platform/operating/commands.ts'
import { writtenLine } from './export-lines.ts'
import { chainsOfLog } from './log-store.ts'
import { findBrokenPublication, type Publication, readHeads } from './publication.ts'
import { allPublications } from './publication-store.ts'
import { linesOfFile } from './read-dump.ts'
import { faultInWords, type Verification, verifyLines } from './verify-lines.ts'
import { findPlan, readPlan } from './verify-plan.ts'

type Say = (line: string) => void

/** Every line of the log, chain after chain, or those of one chain, written out. */
async function* writtenLines(database: Database, chain: string | undefined): AsyncGenerator<string> {
  for (const one of chain === undefined ? await chainsOfLog(database) : [chain])
    for await (const line of linesOfChain(database, one)) yield writtenLine(line)
}

interface Asked {
  file: string | undefined
  heads: string | undefined
  chain: string | undefined
  log: string | undefined
}

/** What was asked for, or undefined when the words cannot be read. */
function askedFor(parameters: string[]): Asked | undefined {
  try {
    const option = { type: 'string' } as const
    const { values, positionals } = parseArgs({
      args: parameters,
      allowPositionals: true,
      options: { heads: option, chain: option, log: option },
    })
    if (positionals.length > 1) return undefined
    return { file: positionals[0], heads: values.heads, chain: values.chain, log: values.log }
  } catch {
    return undefined
  }
}

/** Reads a file of published heads; says why when it cannot be used. */
function headsFrom(file: string, say: Say): Publication[] | undefined {
  const publications = existsSync(file) ? readHeads(readFileSync(file, 'utf8')) : undefined
  if (publications === undefined) {
    say(existsSync(file) ? `${file} is not a file of published heads.` : `There is no file ${file}.`)
    return undefined
  }
  return publications
}

function tell(
  { lines, chains, faults }: Verification,
  publications: readonly Publication[],
  say: Say,
): 0 | 1 {
  for (const fault of faults) say(faultInWords(fault))
  const broken = findBrokenPublication(publications)
  if (broken !== undefined)
    say(
      `Publication ${broken} of the heads does not fit: it was changed, or it does not follow the one before.`,
    )
  const holding =
    chains - new Set(faults.flatMap((fault) => (fault.fileLine === null ? [] : [fault.chain]))).size
  say(
    `${lines} lines, ${Math.max(0, holding)} of ${chains} chains hold` +
      (publications.length === 0 ? '.' : `, against ${publications.length} publications of heads.`),
  )
  return faults.length === 0 && broken === undefined ? 0 : 1
}

const verifyLog: Command = {
  parameters: '[FILE] [--heads HEADS.json] [--chain CODE]',
  summary:
    'Recomputes every hash chain of the log, or of a dump of it, and names the first line that does not fit.',
  async withoutDatabase(say, parameters) {
    const asked = askedFor(parameters)
    if (!asked) {
      say('How? uskalla verify-log [FILE] [--heads HEADS.json] [--chain CODE]')
      return 2
    }
    if (asked.file === undefined) return undefined
    if (!existsSync(asked.file)) {
      say(`There is no file ${asked.file}.`)
      return 2
    }
    const publications = asked.heads === undefined ? [] : headsFrom(asked.heads, say)
    if (publications === undefined) return 2
    const found = await verifyLines(linesOfFile(asked.file), { publications, onlyChain: asked.chain })
    if (found.lines === 0) say(`${asked.file} holds no line.`)
    return tell(found, publications, say)
  },
  async run({ data, say }, parameters) {
    const asked = askedFor(parameters)
    const kept = asked?.heads === undefined ? [] : headsFrom(asked.heads, say)
    if (kept === undefined) return 1
    return asSystem(data.database, async (database) => {
      const stored = await allPublications(database)
      const lines = writtenLines(database, asked?.chain)
      const found = await verifyLines(lines, { publications: [...stored, ...kept], onlyChain: asked?.chain })
      const faults = found.faults.map((fault) => ({ ...fault, fileLine: null }))
      for (const one of kept) {
        const own = stored.find((other) => other.number === one.number)
        if (own?.hash === one.hash) continue
        say(
          `Publication ${one.number} of ${one.day} is not the one that was kept: the database was rewritten.`,
        )
        return 1
      }
      return tell({ ...found, faults }, stored, say)
    })
  },
}

const exportLog: Command = {
  parameters: '[--chain CODE]',
  summary: 'Prints every line of the log, or of one chain, as JSON lines that verify-log reads.',
  async run({ data, say }, parameters) {
    const asked = askedFor(parameters)
    await asSystem(data.database, async (database) => {
      for await (const line of writtenLines(database, asked?.chain)) say(line)
    })
    return 0
  },
}

const verifyPlan: Command = {
  parameters: 'FILE [--log DUMP]',
  summary: 'Recomputes the fingerprint of a frozen plan, and looks for it in a dump of the log.',
  async withoutDatabase(say, parameters) {
    const asked = askedFor(parameters)
    const missing = [asked?.file, asked?.log].find((file) => file !== undefined && !existsSync(file))
    if (asked?.file === undefined || missing !== undefined) {
      say(
        missing === undefined
          ? 'Which plan? uskalla verify-plan FILE [--log DUMP]'
          : `There is no file ${missing}.`,
      )
      return 2
    }
    const plan = readPlan(readFileSync(asked.file, 'utf8'))
    if (!plan) {
      say(`${asked.file} is not the file of a frozen plan.`)
      return 1
    }
    say(`Experiment   ${plan.experimentId}`)
    say(`Fingerprint  ${plan.fingerprint}`)
    if (!plan.asWritten) say('The file is not written as it was downloaded, but says the same.')
    if (asked.log === undefined) return 0
    const verified = await verifyLines(linesOfFile(asked.log))
    for (const fault of verified.faults) say(faultInWords(fault))
    const found = await findPlan(linesOfFile(asked.log), plan)
    if (found.found === 'none') say('The log knows no freezing of this experiment.')
    else if (found.found === 'other')
      say(
        `The plan was changed: chain ${found.chain}, line ${found.position} of ${found.at} holds another fingerprint.`,
      )
    else say(`Frozen as it stands: chain ${found.chain}, line ${found.position}, ${found.at}.`)
    return found.found === 'same' && verified.faults.length === 0 ? 0 : 1
  },
  // Never reached: everything it needs is in the files.
  run: async () => 1,
}

/** The operator's commands for checking the log and the plans. */
export const recordCommands: Record<string, Command> = {
  'verify-log': verifyLog,
  'export-log': exportLog,
  'verify-plan': verifyPlan,
}
