import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** The user the database server runs as, when it is not the user of this process. */
export interface ServerUser {
  uid: number
  gid: number
}

/**
 * PostgreSQL refuses to run as root. Says which user it runs as instead: the owner of an existing cluster, else
 * `postgres`, else `nobody`. `undefined` when this process is not root and can run it itself.
 */
export function serverUser(cluster: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster)
    if (uid !== 0) return { uid, gid }
  }
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const found = users.find(([user]) => user === name)
    if (found) return { uid: Number(found[2]), gid: Number(found[3]) }
  }
  throw new Error(
    'PostgreSQL does not run as root, and this machine has neither a user “postgres” nor “nobody”. ' +
      'Start Uskalla as an ordinary user, or set DATABASE_URL.',
  )
}

/** May this user enter the folder, i.e. is every folder on the way open to all or their own? */
export function mayEnter(folder: string, user: ServerUser | undefined): boolean {
  if (user === undefined) return true
  for (let step = resolve(folder); ; step = dirname(step)) {
    if (existsSync(step)) {
      const { mode, uid, gid } = statSync(step)
      const open = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
      if ((mode & open) === 0) return false
    }
    if (step === dirname(step)) return true
  }
}

/** A folder for files that another user must be able to read: /var/lib/uskalla for root, else a temporary one. */
export function readableFolder(user: ServerUser | undefined): string {
  if (user !== undefined) {
    try {
      accessSync('/var/lib', constants.W_OK)
      return '/var/lib/uskalla'
    } catch {
      // No such folder on this system, or it is read-only.
    }
  }
  return join(tmpdir(), `uskalla-${process.getuid?.() ?? 0}`)
}
