// npm run check: every check, or those named, e.g. `npm run check -- spelling`.
import { checks, runCheck } from './checks.mjs'

const wanted = process.argv.slice(2)
const chosen = checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
if (chosen.length === 0) {
  console.error(`There is no such check. The checks are: ${checks.map(({ name }) => name).join(', ')}.`)
  process.exit(1)
}
const failed = chosen.filter((check) => !runCheck(check))
process.exit(failed.length === 0 ? 0 : 1)
