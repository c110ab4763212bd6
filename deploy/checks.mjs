// The checks of `npm run check` and `npm test`, in the order in which their answers help most.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const product = dirname(dirname(fileURLToPath(import.meta.url)))
const code = ['app', 'deploy', 'evidence', 'stories'].filter((folder) => existsSync(join(product, folder)))

export const checks = [
  { name: 'types', command: ['tsc', '-p', '.', '--noEmit'] },
  { name: 'lint', command: ['oxlint', '--deny-warnings', ...code] },
  {
    name: 'format',
    command: [
      'prettier',
      '--check',
      '--log-level=warn',
      '*.ts',
      ...code.map((folder) => `${folder}/**/*.{ts,tsx,mjs,css}`),
    ],
  },
  { name: 'house rules', command: ['house-rules'] },
  { name: 'dead code', command: ['knip'] },
  {
    name: 'spelling',
    command: ['cspell', 'lint', '--no-progress', '--no-summary', '--dot', 'app/texts/**/*.ts'],
  },
  {
    name: 'data-register',
    command: ['vitest', 'run', '--project=app', 'app/data-register.test.ts'],
  },
]

/** Runs one check; its words go to the terminal only when it fails. Returns whether it passed. */
export function runCheck({ name, command: [program, ...options] }) {
  const started = performance.now()
  const result = spawnSync(process.execPath, [programFile(program), ...options], {
    cwd: product,
    encoding: 'utf8',
    maxBuffer: 64e6,
  })
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}`
  const passed = result.status === 0
  console.log(`${passed ? '✓' : '✗'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
  if (!passed) console.log(`${output.trim()}\n`)
  return passed
}

function programFile(program) {
  if (program === 'house-rules') return join(product, 'deploy', 'house-rules.mjs')
  const files = {
    tsc: 'typescript/bin/tsc',
    oxlint: 'oxlint/bin/oxlint',
    prettier: 'prettier/bin/prettier.cjs',
    knip: 'knip/bin/knip.js',
    cspell: 'cspell/bin.mjs',
    vitest: 'vitest/vitest.mjs',
  }
  return join(product, 'node_modules', files[program])
}
