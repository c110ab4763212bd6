// The rules of the house that no compiler knows: who may use whom (.dependency-cruiser.mjs), who writes SQL and HTML,
// how long a file may be and what it may not be called. Looks at the folder given, or at the product itself.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import houseRules, { rooms } from '../.dependency-cruiser.mjs'

const product = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = resolve(process.argv[2] ?? product)
const parts = ['app', 'evidence/src'].filter((part) => existsSync(join(folder, part)))
const longestLines = 300

const { modules, broken } = parts.length === 0 ? { modules: 0, broken: [] } : await dependencies()
const files = parts.flatMap((part) => filesOf(join(folder, part))).concat(filesOf(join(folder, 'deploy')))
const found = [...broken, ...files.flatMap(faultsOfFile)]
for (const fault of found) console.error(fault)
if (modules === 0) console.error('The rules saw no module at all, so they have checked nothing.')
console.log(`${modules} modules, ${found.length} broken rules`)
process.exit(modules > 0 && found.length === 0 ? 0 : 1)

async function dependencies() {
  const { output } = await cruise(
    parts,
    {
      ...houseRules.options,
      tsConfig: { fileName: join(product, 'tsconfig.json') },
      baseDir: folder,
      validate: true,
      ruleSet: houseRules,
    },
    undefined,
    { tsConfig: extractTSConfig(join(product, 'tsconfig.json')) },
  )
  return {
    modules: output.modules.filter((module) => parts.some((part) => module.source.startsWith(`${part}/`)))
      .length,
    broken: output.summary.violations.map(
      ({ rule, from, to }) => `${rule.name}: ${from} → ${to}\n  ${commentOf(rule.name)}`,
    ),
  }
}

function commentOf(name) {
  return houseRules.forbidden.find((rule) => rule.name === name)?.comment ?? ''
}

function filesOf(part) {
  if (!existsSync(part)) return []
  return readdirSync(part, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}

function faultsOfFile(path) {
  const file = relative(folder, path)
  const text = readFileSync(path, 'utf8')
  const isTest = /\.test\.tsx?$/.test(file)
  const inRoom = rooms.some((room) => file.startsWith(`app/${room}/`))
  const faults = []
  const lines = text.split('\n').length - 1
  if (lines > longestLines && !file.startsWith('app/texts/')) {
    faults.push(
      `file-length: ${file} has ${lines} lines\n  A file stays under ${longestLines} lines: it has more than one thing to do.`,
    )
  }
  if (/(^|-)(utils?|helpers?|shared|services?|managers?|misc|common)(-|\.|$)/.test(basename(file))) {
    faults.push(`names: ${file}\n  A name says what is in it.`)
  }
  const writesSql = /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(/.test(text)
  if (inRoom && writesSql && !isTest && !file.endsWith('-store.ts')) {
    faults.push(`sql-in-stores: ${file}\n  Only *-store.ts and platform/ write SQL.`)
  }
  if (
    inRoom &&
    file.endsWith('.tsx') &&
    !isTest &&
    !/^app\/(?:[\w-]+\/pages|publishing|front)\//.test(file)
  ) {
    faults.push(`web-in-pages: ${file}\n  Only pages/ and ui/ know HTML.`)
  }
  return faults
}
