// Makes a fresh clone ready to run: installs what package-lock.json names and builds, each only when needed.
// Runs on Node 20 with nothing installed; the application itself then runs on the Node 24 among its packages.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runsApplication, tooOldMessage } from './node-version.mjs'

const product = dirname(dirname(fileURLToPath(import.meta.url)))

if (Number(process.versions.node.split('.')[0]) < 20) {
  stop(`Uskalla needs Node 20 or newer to set itself up, and this is ${process.versions.node}.`)
}
if (!isInstalled()) install()
checkNode()
if (!isBuilt()) build()

/** Does node_modules hold every package of package-lock.json that belongs on this machine, in its version? */
function isInstalled() {
  const installed = packagesOf('node_modules/.package-lock.json')
  const wanted = packagesOf('package-lock.json')
  if (installed === undefined || wanted === undefined) return false
  const withoutTools = process.env.NODE_ENV === 'production' || /dev/.test(process.env.npm_config_omit ?? '')
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/') || entry.link) return true
    const found = installed[path]
    if (found !== undefined) return found.version === entry.version && existsSync(join(product, path))
    return entry.optional || entry.devOptional || entry.peer || (entry.dev && withoutTools)
  })
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(product, file), 'utf8')).packages
  } catch {
    return undefined
  }
}

function install() {
  say('Installing packages, which takes a minute the first time …')
  const npm = process.env.npm_execpath
  const command = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm']
  const result = spawnSync(
    command[0],
    [...command.slice(1), 'ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'],
    {
      cwd: product,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  if (result.status !== 0) {
    stop('The packages could not be installed. Is there a connection to the npm registry? Then try again.')
  }
}

function checkNode() {
  const own = join(product, 'node_modules', '.bin', 'node')
  const node = existsSync(own) ? own : process.execPath
  const result = spawnSync(node, ['--version'], { encoding: 'utf8' })
  const version = result.stdout?.trim().replace(/^v/, '')
  if (!version) {
    stop(
      `The Node among the packages does not run on this machine: ${result.error?.message ?? result.stderr}`,
    )
  }
  if (!runsApplication(version)) stop(tooOldMessage(version))
}

/** Is the build newer than every source, package and script it is made from? Folders count too: a file may be gone. */
function isBuilt() {
  const manifest = join(product, '.build', 'assets.json')
  if (!existsSync(manifest)) return false
  const built = statSync(manifest).mtimeMs
  const newer = (path) => statSync(path).mtimeMs > built
  if (['package-lock.json', 'package.json', 'tsconfig.json'].some((file) => newer(join(product, file))))
    return false
  for (const folder of ['app', 'evidence/src', 'deploy']) {
    if (newer(join(product, folder))) return false
    for (const entry of readdirSync(join(product, folder), { withFileTypes: true, recursive: true })) {
      if (/\.test\.tsx?$/.test(entry.name)) continue
      if (newer(join(entry.parentPath ?? entry.path, entry.name))) return false
    }
  }
  return true
}

function build() {
  say('Building …')
  const result = spawnSync(process.execPath, [join(product, 'deploy', 'build.mjs')], {
    cwd: product,
    stdio: 'inherit',
  })
  if (result.status !== 0) stop('The build failed; see above.')
}

// To the error output: what a command prints belongs to the command.
function say(text) {
  console.error(text)
}

function stop(text) {
  console.error(text)
  process.exit(1)
}
