import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { otherServer, type PostgresBinaries } from './postgres-binaries.ts'
import { mayEnter, readableFolder, type ServerUser } from './server-user.ts'

/**
 * Makes sure that `folder` holds a database cluster and returns where it really is. A new one is made under another
 * name and renamed when complete, so that an interrupted start leaves none by half. Where the server's user may not
 * enter `folder`, the cluster is made in a folder they may enter and `folder` becomes a link to it.
 */
export function prepareCluster(
  folder: string,
  binaries: PostgresBinaries,
  user: ServerUser | undefined,
  durable: boolean,
): string {
  const wanted = resolve(folder)
  if (existsSync(wanted)) return checkedCluster(realpathSync(wanted), binaries, user)
  if (lstatSync(wanted, { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new Error(`The database of ${wanted} was in ${readlinkSync(wanted)}, which is not there any more.`)
  }
  mkdirSync(dirname(wanted), { recursive: true })
  const elsewhere = !mayEnter(dirname(wanted), user)
  const parent = elsewhere ? readableFolder(user) : dirname(wanted)
  mkdirSync(parent, { recursive: true })
  const unfinished = mkdtempSync(join(parent, `${basename(wanted)}-new-`))
  try {
    if (user) chownSync(unfinished, user.uid, user.gid)
    initialise(unfinished, binaries, user, durable)
    if (!elsewhere) {
      renameSync(unfinished, wanted)
      return wanted
    }
    const cluster = unfinished.replace(`${basename(wanted)}-new-`, `${basename(wanted)}-`)
    renameSync(unfinished, cluster)
    symlinkSync(cluster, wanted)
    return cluster
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    // Another process was quicker with the same folder: its cluster is as good.
    if (existsSync(join(wanted, 'PG_VERSION'))) return realpathSync(wanted)
    throw error
  }
}

function checkedCluster(cluster: string, binaries: PostgresBinaries, user: ServerUser | undefined): string {
  const versionFile = join(cluster, 'PG_VERSION')
  if (!existsSync(versionFile)) {
    throw new Error(
      `${cluster} is not a PostgreSQL cluster. Move it away, or set USKALLA_DATA to another folder.`,
    )
  }
  const version = readFileSync(versionFile, 'utf8').trim()
  if (version !== binaries.majorVersion) {
    throw new Error(
      `The database in ${cluster} was made with PostgreSQL ${version}, and this release brings ${binaries.majorVersion}. ` +
        'Make a backup with the release that made it and restore it here.',
    )
  }
  if (!mayEnter(cluster, user)) {
    throw new Error(
      `The database in ${cluster} belongs to another user, who may not enter that folder. ` +
        `Open the folders above it to all (chmod o+x), or set USKALLA_DATA to a folder that is.`,
    )
  }
  const owner = lstatSync(cluster).uid
  if (user === undefined && process.getuid && owner !== process.getuid()) {
    throw new Error(
      `The database in ${cluster} belongs to user ${owner}, but this process is user ${process.getuid()}. ` +
        'Start as the same user as before, or set USKALLA_DATA to another folder.',
    )
  }
  return cluster
}

function initialise(
  cluster: string,
  binaries: PostgresBinaries,
  user: ServerUser | undefined,
  durable: boolean,
) {
  const arguments_ = [
    ['-D', cluster],
    ['-U', 'postgres'],
    ['-E', 'UTF8'],
    ['--locale-provider=icu', '--icu-locale=fi'],
    [`--locale=${process.platform === 'linux' ? 'C.UTF-8' : 'C'}`],
    // Nobody else reaches the socket: its folder is open to its owner only, and nothing listens on the network.
    ['--auth-local=trust', '--auth-host=reject', '--data-checksums'],
    durable ? [] : ['--no-sync'],
  ].flat()
  const environment = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' }
  const result = spawnSync(binaries.initdb, arguments_, {
    cwd: '/',
    encoding: 'utf8',
    env: environment,
    ...user,
  })
  if (result.status !== 0) {
    const reason = (result.error?.message ?? result.stderr ?? '').trim()
    throw new Error(`The database could not be created in ${cluster}: ${reason}\n${otherServer}`)
  }
  chmodSync(cluster, 0o700)
}
