import { createRequire } from 'node:module'
import { join } from 'node:path'
import { productFolder } from '../folders.ts'

interface Compiler {
  pdf: (
    document: { mainFileContent: string; inputs: Record<string, string> },
    options: { pdfStandard: string; creationTimestamp?: number },
  ) => Buffer
  evictCache: (maxAge: number) => void
}

interface CompilerPackage {
  NodeCompiler: { create: (settings: object) => Compiler }
}

const fontsFolder = join(productFolder, 'app', 'ui', 'fonts')

/** The compiler that fits this machine; undefined where there is none for it. Loaded once, when first needed. */
let compiler: Compiler | undefined | 'not looked for' = 'not looked for'

function findCompiler(): Compiler | undefined {
  if (compiler !== 'not looked for') return compiler
  const libc = process.platform === 'linux' ? '-gnu' : ''
  const name = `@myriaddreamin/typst-ts-node-compiler-${process.platform}-${process.arch}${libc}`
  try {
    // An optional package: on other platforms it is not installed.
    const { NodeCompiler } = createRequire(import.meta.url)(name) as CompilerPackage
    compiler = NodeCompiler.create({ workspace: fontsFolder, fontArgs: [{ fontPaths: [fontsFolder] }] })
  } catch {
    compiler = undefined
  }
  return compiler
}

/** Can this machine make PDF documents? */
export function canTypeset(): boolean {
  return findCompiler() !== undefined
}

/**
 * Sets a Typst document as a PDF that conforms to PDF/UA-1, which wants a title, a language, headings in order and words for
 * every picture; throws when the document lacks one. `data` reaches the document as `sys.inputs.data`, JSON text, so that
 * nothing in it can be taken for markup. Undefined where the machine has no compiler.
 */
export function typeset(template: string, data: unknown): Uint8Array | undefined {
  const found = findCompiler()
  if (!found) return undefined
  const pdf = found.pdf(
    { mainFileContent: template, inputs: { data: JSON.stringify(data) } },
    { pdfStandard: 'ua-1' },
  )
  // Without this the compiler keeps what it made of every document.
  found.evictCache(0)
  return new Uint8Array(pdf)
}
