import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build as bundle } from 'esbuild'
import ts from 'typescript'

const here = dirname(fileURLToPath(import.meta.url))
const manifestFile = join(here, 'package.json')
const keptManifest = join(here, 'package.workspace.json')
const licence = join(here, 'LICENSE')

/** Ways into the published package: the engine for Node and browsers, and its worker for Node alone. */
const entries = { '.': 'index', './simulate-in-worker': 'planning/simulate-in-worker' }

/** The manifest as published: ways in point to plain JavaScript with its types. */
export function publishedManifest(manifest: Record<string, unknown>): Record<string, unknown> {
  const exports = Object.fromEntries(
    Object.entries(entries).map(([name, file]) => [
      name,
      { types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` },
    ]),
  )
  const { scripts: _, ...rest } = manifest
  return { ...rest, exports, types: './dist/index.d.ts' }
}

/** Writes the engine as plain JavaScript with type declarations into a folder. */
export async function build(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  await bundle({
    entryPoints: ['index', 'planning/simulate-in-worker', 'planning/simulation-worker'].map((file) =>
      join(here, 'src', `${file}.ts`),
    ),
    outbase: join(here, 'src'),
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    external: ['node:*'],
    logLevel: 'warning',
  })
  const program = ts.createProgram(
    Object.values(entries).map((file) => join(here, 'src', `${file}.ts`)),
    {
      target: ts.ScriptTarget.ES2024,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      strict: true,
      declaration: true,
      emitDeclarationOnly: true,
      allowImportingTsExtensions: true,
      skipLibCheck: true,
      types: ['node'],
      rootDir: join(here, 'src'),
      outDir: folder,
    },
  )
  program.emit(undefined, (file, text) => {
    mkdirSync(dirname(file), { recursive: true })
    // Declarations name the .ts files they came from; what is published are .js files.
    writeFileSync(file, text.replace(/(['"])(\.{1,2}\/[^'"]+)\.ts\1/g, '$1$2.js$1'))
  })
}

/** Builds and puts the published manifest in place of the workspace's own, which `restoreManifest` brings back. */
async function preparePackage(): Promise<void> {
  await build(join(here, 'dist'))
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, unknown>
  copyFileSync(manifestFile, keptManifest)
  copyFileSync(join(here, '../LICENSE'), licence)
  writeFileSync(manifestFile, `${JSON.stringify(publishedManifest(manifest), null, 2)}\n`)
}

function restoreManifest(): void {
  if (existsSync(keptManifest)) renameSync(keptManifest, manifestFile)
  rmSync(licence, { force: true })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const command = process.argv[2]
  if (command === 'prepack') await preparePackage()
  else if (command === 'postpack') restoreManifest()
  else await build(join(here, 'dist'))
}
