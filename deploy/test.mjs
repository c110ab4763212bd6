// npm test: every check and every test. The last line tells how many passed and failed, checks counted as one each.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checks, runCheck } from './checks.mjs'

const product = dirname(dirname(fileURLToPath(import.meta.url)))
const count = { passed: 0, failed: 0, leftOut: 0 }

for (const check of checks) count[runCheck(check) ? 'passed' : 'failed']++
runTests()

if (count.leftOut > 0) console.log(`${count.leftOut} left out; the lines above say why`)
console.log(`${count.passed} passed, ${count.failed} failed`)
process.exit(count.failed === 0 ? 0 : 1)

function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'uskalla-report-'))
  const report = join(folder, 'tests.json')
  const options = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const result = spawnSync(
    process.execPath,
    [join(product, 'node_modules/vitest/vitest.mjs'), ...options, ...process.argv.slice(2)],
    {
      cwd: product,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  )
  const failedBefore = count.failed
  try {
    const tests = JSON.parse(readFileSync(report, 'utf8'))
    count.passed += tests.numPassedTests
    count.failed += tests.numFailedTests
    count.leftOut += tests.numPendingTests + tests.numTodoTests
    // A file that could not be read at all has no tests that could fail.
    count.failed += tests.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    ).length
  } catch {
    // No report: the run itself broke, which the exit code below tells.
  }
  if (result.status !== 0 && count.failed === failedBefore) count.failed++
  rmSync(folder, { recursive: true, force: true })
}
