import { existsSync, readFileSync } from 'node:fs'
import { userCommand } from './membership/index.ts'
import { feedbackRetention } from './notices/index.ts'
import { recomputeCommand } from './evaluations/index.ts'
import { retentionCommand } from './own-data/index.ts'
import { importBoundaries, loadMunicipalities } from './municipalities/index.ts'
import { readConfiguration } from './platform/configuration.ts'
import { openData } from './platform/database/open-data.ts'
import { live } from './platform/life.ts'
import { platformCommands, type Command } from './platform/operating/commands.ts'
import { asSystem } from './platform/database/acting.ts'
import { pathTo, registerAddresses } from './platform/web/address.ts'
import { recordCommands } from './record/index.ts'
import { addresses } from './site.ts'
import { drawAreas } from './ui/index.ts'

const importBoundariesCommand: Command = {
  parameters: 'FILE',
  summary: 'Takes municipal borders (GeoJSON or TopoJSON in WGS 84) into use on the maps.',
  async run({ data, say }, [file]) {
    if (file === undefined || !existsSync(file)) {
      say(file === undefined ? 'Which file? uskalla import-boundaries FILE' : `There is no file ${file}.`)
      return 1
    }
    const text = readFileSync(file, 'utf8')
    const imported = await asSystem(data.database, async (database) => {
      // Borders belong to municipalities, which a database that was never started with has not got yet.
      await loadMunicipalities(database)
      return importBoundaries(database, { text, draw: drawAreas })
    })
    say(imported.ok ? `${imported.count} municipalities have their borders on the maps.` : imported.problem)
    return imported.ok ? 0 : 1
  },
}

registerAddresses(addresses)

/** Every command of the operator, by name. Rooms hand theirs out through their doors. */
const commands: Record<string, Command> = {
  ...platformCommands,
  ...recordCommands,
  recompute: recomputeCommand,
  'import-boundaries': importBoundariesCommand,
  user: userCommand,
  retention: retentionCommand({
    later: feedbackRetention,
    pathOf: (page, lang, parameters) => pathTo(lang, page, parameters),
  }),
}

const [name = 'help', ...parameters] = process.argv.slice(2)
const command = commands[name]

if (['help', '--help', '-h'].includes(name)) {
  help()
} else if (command === undefined) {
  console.error(`There is no command “${name}”.\n`)
  help()
  process.exitCode = 2
} else {
  const code = await command.withoutDatabase?.((line) => console.log(line), parameters)
  if (code === undefined) await withDatabase(command)
  else process.exitCode = code
}

async function withDatabase(asked: Command): Promise<void> {
  await live(async (life) => {
    const configuration = readConfiguration(process.env)
    const data = await openData(configuration, life, 'command')
    const code = await asked.run({ configuration, data, say: (line) => console.log(line) }, parameters)
    await life.stop()
    process.exit(code)
  })
}

function help(): void {
  const width =
    Math.max(...Object.entries(commands).map(([key, { parameters: words }]) => `${key} ${words}`.length)) + 2
  console.log('Commands of Uskalla’s operator: npm run --silent uskalla -- COMMAND\n')
  for (const [key, { parameters: words, summary }] of Object.entries(commands)) {
    console.log(`  ${`${key} ${words}`.padEnd(width)}${summary}`)
  }
  console.log(`  ${'help'.padEnd(width)}Shows this list.\n`)
  console.log(
    'They use the same settings as the start (PORT, HOST, USKALLA_DATA, DATABASE_URL, BASE_URL, SMTP_URL,',
  )
  console.log('MAIL_FROM, USKALLA_DEMO) and may be used while the application runs.')
}
