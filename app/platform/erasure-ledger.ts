import { createHash, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

// Erasures are written down outside the database, so that one restored from an older backup forgets again. The file
// holds no names: each line has the SHA-256 of a person's id with a salt that lies beside it.

const ledgerFile = 'erasures.jsonl'
const saltFile = 'erasures.salt'

/** Notes that a person is forgotten; on disk when it returns. Call it last in the transaction that forgets them. */
export function noteErasure(dataFolder: string, personId: string, at: Date): void {
  mkdirSync(dataFolder, { recursive: true })
  const key = keyOf(saltOf(dataFolder), personId)
  writeThrough(join(dataFolder, ledgerFile), 'a', `${JSON.stringify({ key, at: at.toISOString() })}\n`)
}

/** How many erasures the ledger knows. A line cut off by a crash counts for nothing. */
export function countErasures(dataFolder: string): number {
  return keysIn(dataFolder).size
}

/** Those of the given people whom the ledger says to forget. */
export function erasedAmong(dataFolder: string, personIds: readonly string[]): string[] {
  const keys = keysIn(dataFolder)
  if (keys.size === 0) return []
  const salt = saltOf(dataFolder)
  return personIds.filter((id) => keys.has(keyOf(salt, id)))
}

function keysIn(dataFolder: string): Set<string> {
  const file = join(dataFolder, ledgerFile)
  if (!existsSync(file)) return new Set()
  return new Set(
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line) => /"key":"([0-9a-f]{64})"/.exec(line)?.[1] ?? []),
  )
}

function keyOf(salt: string, personId: string): string {
  return createHash('sha256').update(`${salt} ${personId}`, 'utf8').digest('hex')
}

function saltOf(dataFolder: string): string {
  const file = join(dataFolder, saltFile)
  if (!existsSync(file)) {
    if (existsSync(join(dataFolder, ledgerFile)))
      throw new Error(
        `${file} is missing, and without it ${ledgerFile} cannot be read. Restore both files together from the backup.`,
      )
    writeThrough(file, 'wx', randomBytes(32).toString('hex'))
  }
  return readFileSync(file, 'utf8').trim()
}

function writeThrough(file: string, flags: 'a' | 'wx', text: string): void {
  const descriptor = openSync(file, flags, 0o600)
  try {
    writeSync(descriptor, text)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
