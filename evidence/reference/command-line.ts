import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { MalformedCase, readCase } from './case.ts'
import { runCase } from './registry.ts'
import { runFolder, type Outcome } from './run-folder.ts'

const usage = 'usage: evidence run CASE.json|FOLDER, or evidence check FOLDER'

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function fail(message: string): number {
  process.stderr.write(`${message.split('\n')[0]}\n`)
  return 2
}

function runOne(file: string): number {
  try {
    const item = readCase(file)
    if (item === null) return fail('the case has no method')
    process.stdout.write(`${JSON.stringify(runCase(item))}\n`)
    return 0
  } catch (error) {
    return fail(error instanceof MalformedCase ? error.message : `unexpected: ${String(error)}`)
  }
}

async function runMany(folder: string): Promise<number> {
  let failed = false
  for (const outcome of await runFolder(folder)) {
    const { id, result, error } = outcome
    if (result === null) failed = true
    process.stdout.write(`${JSON.stringify(result === null ? { id, error } : { id, ...result })}\n`)
  }
  return failed ? 2 : 0
}

function tableRow(outcome: Outcome): string[] {
  const { id, method, comparison, error } = outcome
  if (comparison === null) return [id, method, 'fail', error ?? '', '', '', '']
  const { pass, worstKey, got, expected, allowed } = comparison
  return [id, method, pass ? 'pass' : 'fail', worstKey, got, expected, allowed]
}

async function check(folder: string): Promise<number> {
  if (!isFolder(folder)) return fail(`the folder ${folder} cannot be read`)
  const outcomes = await runFolder(folder)
  const rows = [['id', 'method', '', 'worst key', 'got', 'expected', 'allowed'], ...outcomes.map(tableRow)]
  const widths = rows[0]!.map((_, j) => Math.max(...rows.map((row) => row[j]!.length)))
  for (const row of rows) {
    const line = row.map((cell, j) => cell.padEnd(widths[j]!)).join('  ')
    process.stdout.write(`${line.trimEnd()}\n`)
  }
  const passed = outcomes.filter((outcome) => outcome.comparison?.pass === true).length
  const failed = outcomes.length - passed
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  return failed === 0 ? 0 : 1
}

async function main(words: string[]): Promise<number> {
  const [command, given] = words
  if (given === undefined || words.length > 2) return fail(usage)
  // npm runs scripts from the package root; a path is meant from where the person stands.
  const place = resolve(process.env.INIT_CWD ?? process.cwd(), given)
  if (command === 'check') return check(place)
  if (command === 'run') return isFolder(place) ? runMany(place) : runOne(place)
  return fail(usage)
}

process.exitCode = await main(process.argv.slice(2))
