// SQLSTATE classes: connection lost, resources exhausted, operator intervention; a deadlock; a lock waited for too long.
const passing = /^(?:08|53|57|40001|40P01|55P03)/
// Node: refused, reset, timed out, no such socket.
const system = /^(?:ECONN\w+|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/
// What the driver says about its own connections, without a code.
const driver =
  /timeout exceeded when trying to connect|Connection terminated|not queryable|Client was closed|Query read timeout/

/**
 * Is the database only away for now: unreachable, busy, starting, stopping? Then the same request may succeed later, and
 * nothing of it was saved. False for every other error.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return passing.test(code) || system.test(code) || driver.test(error.message)
}
