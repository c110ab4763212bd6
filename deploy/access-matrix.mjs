// Writes docs/access-matrix.csv anew: who may come where, by visiting every address of the site as everybody.
// Look at each changed line before it is committed: a changed cell is a changed right.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--project', 'app', 'app/access-matrix.test.ts'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, WRITE_ACCESS_MATRIX: '1' } },
)
process.exitCode = status ?? 1
