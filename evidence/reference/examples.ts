import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** The `@example` block in the comment of one exported function. */
export interface Example {
  name: string
  file: string
  code: string
}

/** One line of an example that states its value. */
export interface Claim {
  expression: string
  /** JSON after `// =>`. */
  expected: string
  got: unknown
}

/** Source files below a folder, tests left out. */
function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = join(folder, entry.name)
    if (entry.isDirectory()) return sources(place)
    return entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts') ? [place] : []
  })
}

/** Examples of all exported functions below a folder, by function name; functions without one are not in the map. */
export function examplesIn(folder: string): Map<string, Example> {
  const examples = new Map<string, Example>()
  for (const file of sources(folder)) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
    for (const statement of source.statements) {
      if (!ts.isFunctionDeclaration(statement) || statement.name === undefined) continue
      if (!statement.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)) continue
      const code = exampleOf(source, statement)
      if (code !== null) examples.set(statement.name.text, { name: statement.name.text, file, code })
    }
  }
  return examples
}

/** Text after `@example` in the comment before a statement. */
function exampleOf(source: ts.SourceFile, statement: ts.Statement): string | null {
  const comments = ts.getLeadingCommentRanges(source.text, statement.getFullStart()) ?? []
  const last = comments.at(-1)
  if (last === undefined) return null
  const lines = source.text
    .slice(last.pos, last.end)
    .replace(/^\/\*\*|\*\/$/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, ''))
  const start = lines.findIndex((line) => line.trim() === '@example')
  if (start < 0) return null
  const rest = lines.slice(start + 1)
  const end = rest.findIndex((line) => line.trimStart().startsWith('@'))
  return (end < 0 ? rest : rest.slice(0, end)).join('\n').trim()
}

/** Runs an example against the names of the package and gives what each `// =>` line claims and what came out. */
export function runExample(example: Example, names: Record<string, unknown>): Claim[] {
  const source = ts.createSourceFile('example.ts', example.code, ts.ScriptTarget.Latest, true)
  const claims: { expression: string; expected: string }[] = []
  let script = ''
  for (const statement of source.statements) {
    const text = statement.getText(source)
    const after = ts.getTrailingCommentRanges(source.text, statement.end) ?? []
    const comment = after
      .map((range) => source.text.slice(range.pos, range.end))
      .find((own) => own.startsWith('// =>'))
    if (comment === undefined || !ts.isExpressionStatement(statement)) {
      script += `${text}\n`
      continue
    }
    const expression = statement.expression.getText(source)
    claims.push({ expression, expected: comment.slice('// =>'.length).trim() })
    script += `__results.push(${expression})\n`
  }
  const plain = ts.transpileModule(script, { compilerOptions: { target: ts.ScriptTarget.ES2022 } }).outputText
  const results: unknown[] = []
  const keys = Object.keys(names)
  const run = new Function('__results', ...keys, `'use strict'; ${plain}`)
  run(results, ...keys.map((key) => names[key]))
  return claims.map((claim, i) => ({ ...claim, got: results[i] }))
}

/** Whether a value is what JSON text says, numbers compared at the digits printed. */
export function matchesPrinted(expected: string, got: unknown): boolean {
  const marked = expected.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) =>
    token.startsWith('"') ? token : `{"printed":"${token}"}`,
  )
  return matches(JSON.parse(marked) as unknown, got)
}

function matches(expected: unknown, got: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return expected === got
  if (Array.isArray(expected)) {
    const list = ArrayBuffer.isView(got) ? Array.from(got as Float64Array) : got
    return (
      Array.isArray(list) &&
      list.length === expected.length &&
      expected.every((part, i) => matches(part, list[i]))
    )
  }
  const map = expected as Record<string, unknown>
  if (typeof map.printed === 'string' && Object.keys(map).length === 1)
    return typeof got === 'number' && Math.abs(got - Number(map.printed)) <= halfLastDigit(map.printed)
  if (typeof got !== 'object' || got === null) return false
  const own = got as Record<string, unknown>
  const present = Object.keys(own).filter((key) => own[key] !== undefined)
  return (
    present.length === Object.keys(map).length &&
    present.every((key) => key in map && matches(map[key], own[key]))
  )
}

/** Half a unit of the last printed digit; for whole numbers a rounding error only. */
function halfLastDigit(printed: string): number {
  const [mantissa, exponent] = printed.split(/[eE]/) as [string, string | undefined]
  const decimals = mantissa.split('.')[1]?.length ?? 0
  const scale = 10 ** Number(exponent ?? 0)
  if (decimals === 0) return 1e-9 * Math.max(scale, Math.abs(Number(printed)))
  return (0.5000001 * scale) / 10 ** decimals
}
