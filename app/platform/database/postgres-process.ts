import { spawn } from 'node:child_process'
import { closeSync, constants, existsSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { PostgresBinaries } from './postgres-binaries.ts'
import type { ServerUser } from './server-user.ts'

/** The server's process id when it runs on this cluster. A stale pid file of a killed server counts as not running. */
export function postmaster(cluster: string): number | undefined {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  try {
    const processId = Number(readFileSync(file, 'utf8').split('\n')[0])
    return processId > 0 && isPostgres(processId) ? processId : undefined
  } catch {
    return undefined
  }
}

function isPostgres(processId: number): boolean {
  try {
    process.kill(processId, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  if (process.platform !== 'linux') return true
  try {
    // After a restart of the machine the same number may belong to any other program; a zombie has no command line.
    return readFileSync(`/proc/${processId}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return false
  }
}

/** Starts the server and does not wait for it. `failed` hears when the program cannot be run at all. */
export function launch(server: {
  cluster: string
  sockets: string
  binaries: PostgresBinaries
  user: ServerUser | undefined
  durable: boolean
  failed: (error: Error) => void
  endsWithProcess: boolean
}) {
  const { cluster, sockets, binaries, user, durable } = server
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: sockets,
    unix_socket_permissions: '0700',
    fsync: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '100',
    shared_buffers: '128MB',
    io_method: 'sync',
    jit: 'off',
    // After a crash everything written so far must be on disk before recovery; one call is quicker than one for each file.
    ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
    logging_collector: durable ? 'on' : 'off',
    log_filename: 'postgres-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    // Without the detail of an error, which repeats the values of the row that was refused.
    log_error_verbosity: 'terse',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const { O_WRONLY, O_CREAT, O_TRUNC, O_NOFOLLOW } = constants
  const output = openSync(join(cluster, 'start.log'), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0o600)
  // Its own session: Ctrl-C in the terminal must reach the application only, which needs the database while it drains.
  const child = spawn(binaries.postgres, ['-D', cluster, ...flags], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', output, output],
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' },
    ...user,
  })
  closeSync(output)
  child.on('error', server.failed)
  child.unref()
  if (!server.endsWithProcess) return
  // Reads from a pipe that closes when this process ends, even by kill -9, and then ends the server.
  const script = `cat >/dev/null; [ -f "$1/postmaster.pid" ] && kill -QUIT "$2"`
  const guard = spawn('/bin/sh', ['-c', script, 'sh', cluster, String(child.pid)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    ...user,
  })
  guard.on('error', () => {})
  guard.unref()
  ;(guard.stdin as unknown as { unref?: () => void } | null)?.unref?.()
}

/** Sends the server a signal: SIGINT ends it in good order, SIGQUIT at once. */
export function signalPostmaster(cluster: string, signal: 'SIGINT' | 'SIGQUIT'): void {
  const processId = postmaster(cluster)
  if (processId === undefined) return
  try {
    process.kill(processId, signal)
  } catch {
    // It ended in the meantime.
  }
}

/** Ends the server: open connections are closed; one that does not listen is ended the hard way. Returns when it is gone. */
export async function stopPostmaster(cluster: string): Promise<void> {
  signalPostmaster(cluster, 'SIGINT')
  const start = performance.now()
  for (let hurried = false; postmaster(cluster) !== undefined;) {
    await wait(20)
    if (!hurried && performance.now() - start > 8_000) {
      hurried = true
      signalPostmaster(cluster, 'SIGQUIT')
    }
    if (performance.now() - start > 15_000) throw new Error(`The database in ${cluster} did not stop.`)
  }
}
