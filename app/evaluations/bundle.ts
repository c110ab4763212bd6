import { createHash } from 'node:crypto'
import { type Draw, type Experiment, isPublic, planText, type UnitChange } from '../experiments/index.ts'
import type { Observation } from '../measurements/index.ts'
import { type Lang, languages } from '../platform/language.ts'
import { canonicalText } from '../platform/log/canonical.ts'
import { zip, type ZipEntry } from '../platform/zip.ts'
import { texts } from '../texts/index.ts'
import { dataTable } from './bundle-data.ts'
import { fileNames, formats } from './bundle-files.ts'
import { explorationsDocument, looksDocument, unitChangesDocument } from './bundle-beside.ts'
import { bundleReadme } from './bundle-readme.ts'
import type { EngineCall } from './engine.ts'
import type { KeptEvaluation, MeasureEvaluation } from './evaluation.ts'
import type { EarlyOpening } from './evaluation-store.ts'
import type { KeptExploration } from './exploration-store.ts'
import { figuresOf, printed } from './figures.ts'
import type { TakenLook } from './look-store.ts'
import type { Evaluation } from './read-evaluation.ts'

/** What a bundle is made of: what is public of an experiment and of its result. */
export interface BundleParts {
  experiment: Pick<Experiment, 'id' | 'municipalityCode' | 'plan' | 'title' | 'titles' | 'origin'>
  /** The readings as they were entered. */
  observations: readonly Observation[]
  /** Days from which measures are read in other units. */
  unitChanges: readonly UnitChange[]
  looks: readonly TakenLook[]
  explorations: readonly KeptExploration[]
  draw: Draw | undefined
  kept: KeptEvaluation
  calls: readonly EngineCall[]
  openings: readonly EarlyOpening[]
  /** Whole address of the result's page. */
  resultAt: (lang: Lang) => string
}

/** Whether there is a bundle of a result, or why not yet; 'none' where there will not be any. */
export type BundleState = 'ready' | 'covered' | 'computing' | 'none'

/** A bundle holds what everybody may see: nothing of figures that are covered, nor of a plan that was hidden. */
export function bundleStateOf({ experiment, coverage, kept, observations }: Evaluation): BundleState {
  if (!isPublic(experiment) || experiment.planFingerprint === null || experiment.hidden) return 'none'
  if (coverage !== 'open') return 'covered'
  if (observations.length === 0) return 'none'
  return kept ? 'ready' : 'computing'
}

/**
 * A result as an archive from which anyone gets the same figures: the frozen plan, the draw, the readings, the evaluation,
 * looks along the way, analyses outside the plan, and every question to the statistics engine as a case of its own. The same state gives the same bytes.
 */
export function bundleOf(parts: BundleParts): Buffer {
  const files = bundleFiles(parts)
  return zip([...files, { name: fileNames.manifest, content: manifestOf(files) }], parts.kept.computedAt)
}

function bundleFiles(parts: BundleParts): ZipEntry[] {
  const { experiment, observations, unitChanges, looks, explorations, draw, kept, calls, openings } = parts
  const evaluation = {
    format: formats.evaluation,
    experiment: experiment.id,
    engine: '@uskalla/evidence',
    engine_version: kept.engineVersion,
    seed: kept.seed,
    plan_fingerprint: kept.planFingerprint,
    data_fingerprint: kept.dataFingerprint,
    computed_at: kept.computedAt.toISOString(),
    opened_early: openings.map((opening) => opening.openedAt.toISOString()),
    measures: kept.byMeasure,
  }
  return [
    { name: fileNames.readme, content: languages.map((lang) => bundleReadme(lang, parts)).join('\n\n') },
    { name: fileNames.plan, content: planText(experiment) },
    ...(draw ? [{ name: fileNames.draw, content: readable(drawDocument(draw)) }] : []),
    { name: fileNames.data, content: dataTable(experiment.plan, observations, unitChanges) },
    ...(unitChanges.length > 0
      ? [{ name: fileNames.unitChanges, content: readable(unitChangesDocument(unitChanges)) }]
      : []),
    { name: fileNames.evaluation, content: readable(evaluation) },
    ...(looks.length > 0 ? [{ name: fileNames.looks, content: readable(looksDocument(looks)) }] : []),
    ...(explorations.length > 0
      ? [{ name: fileNames.explorations, content: readable(explorationsDocument(explorations)) }]
      : []),
    { name: fileNames.figures, content: figuresText(experiment.plan.measures, kept.byMeasure) },
    ...calls.map((call, index) => ({ name: caseName(call, index), content: readable(caseOf(call, index)) })),
  ]
}

function drawDocument(draw: Draw) {
  return {
    format: formats.draw,
    seed: draw.seed,
    commitment: draw.commitment,
    committed_at: draw.committedAt.toISOString(),
    drawn_at: draw.drawnAt.toISOString(),
    plan_fingerprint: draw.planFingerprint,
    order: draw.order,
  }
}

function caseName(call: EngineCall, index: number): string {
  return `${fileNames.engine}${String(index + 1).padStart(3, '0')}-${call.function}.json`
}

/** A question to the engine as a case that its own command line runs and checks to the last digit. */
export function caseOf(call: EngineCall, index: number) {
  return {
    id: `${String(index + 1).padStart(3, '0')}-${call.function}`,
    method: 'call',
    input: { function: call.function, arguments: call.arguments },
    expected: { ...call.answer },
    tolerance: { abs: 0, rel: 0 },
  }
}

/** Every figure of an evaluation on a line of its own: the measure, the way to the figure, the figure. */
export function figuresText(
  measures: readonly { id: string; name: string; unit: string }[],
  byMeasure: Record<string, MeasureEvaluation>,
): string {
  return measures
    .map(({ id, name, unit }, index) => {
      const figures = figuresOf(byMeasure[id])
        .sort((one, other) => rankOf(one.path) - rankOf(other.path))
        .map(({ path, value }) => `${path}\t${printed(value)}\n`)
      return `${index + 1}. ${name}${unit ? ` (${unit})` : ''}\n${figures.join('')}`
    })
    .join('\n')
}

/** What is told first is printed first; what charts are drawn from comes last. */
function rankOf(path: string): number {
  return (
    ['finding.', 'analysis.effect.', 'analysis.told.', ''].findIndex((start) => path.startsWith(start)) +
    (path.startsWith('analysis.chart.') ? 1 : 0)
  )
}

/** JSON for people: keys in one order, one to a line. */
function readable(value: unknown): string {
  const sorted: unknown = JSON.parse(canonicalText(asCanonical(value)))
  return `${JSON.stringify(sorted, null, 1)}\n`
}

function asCanonical(value: unknown): Parameters<typeof canonicalText>[0] {
  if (Array.isArray(value)) return value.map(asCanonical)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, asCanonical(part)]))
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/** The files with their SHA-256, in the form that `sha256sum -c` reads. */
export function manifestOf(files: readonly ZipEntry[]): string {
  return files
    .map(({ name, content }) => `${createHash('sha256').update(content, 'utf8').digest('hex')}  ${name}\n`)
    .join('')
}

/** The name under which browsers keep a bundle. */
export function bundleFileName(lang: Lang, experimentId: string): string {
  return `${texts[lang].bundle.fileName}-${experimentId}.zip`
}
