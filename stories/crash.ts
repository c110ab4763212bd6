// npm run test:crash: a hundred rounds of killing the application in the middle of work, or with `-- database` its
// database server. `-- 20` or `-- database 20` for another number of rounds. Exits with 1 when anything acknowledged is
// missing or doubled, or a start took more than three seconds (recovery of the database: five).
import { runCrashRounds } from './crash-rounds.ts'

const words = process.argv.slice(2)
const kill = words.includes('database') ? 'database' : 'application'
const rounds = Number(words.find((word) => /^\d+$/.test(word)) ?? 100)
const allowedMs = kill === 'application' ? 3_000 : 5_000

const report = await runCrashRounds({ rounds, kill, clients: 4, say: (line) => console.log(line) })
const times = [...report.startsMs, ...report.recoveriesMs].sort((a, b) => a - b)
const median = times[Math.floor(times.length / 2)] ?? 0
const longest = times.at(-1) ?? 0
const faults = [...report.lost, ...report.doubled, ...report.wrongAnswers, ...report.brokenChains]

console.log(`
${report.rounds} kills of the ${kill}, 4 people working
acknowledged writes        ${report.acknowledged}
sent again after a kill    ${report.sentAgain}
refused with 503           ${report.refused}
lost                       ${report.lost.length} ${report.lost.slice(0, 5).join(', ')}
doubled                    ${report.doubled.length} ${report.doubled.slice(0, 5).join(', ')}
wrong answers              ${report.wrongAnswers.length} ${report.wrongAnswers.slice(0, 5).join(', ')}
broken chains of the log   ${report.brokenChains.length} ${report.brokenChains.join(', ')}
back after                 ${Math.round(median)} ms in the middle, ${Math.round(longest)} ms at most (allowed ${allowedMs})`)
process.exit(faults.length === 0 && longest <= allowedMs ? 0 : 1)
