import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { UnitChange } from '../experiments/index.ts'
import { unzip, type UnzipFault } from '../platform/unzip.ts'
import { fileNames } from './bundle-files.ts'
import { type BundleReading, readDataTable } from './bundle-data.ts'
import {
  drawShape,
  evaluationShape,
  explorationsShape,
  looksShape,
  planShape,
  unitChangesShape,
} from './bundle-shapes.ts'

/** A bundle as it was read; nothing of it has been computed yet. */
export interface Bundle {
  /** The file of the plan, to the letter. */
  planText: string
  plan: z.infer<typeof planShape>
  draw: z.infer<typeof drawShape> | undefined
  /** As they were entered. */
  readings: BundleReading[]
  /** Days from which measures were read in other units; empty where none was. */
  unitChanges: UnitChange[]
  looks: z.infer<typeof looksShape>['looks']
  explorations: z.infer<typeof explorationsShape>['explorations']
  evaluation: z.infer<typeof evaluationShape>
  /** The printed figures, to the letter. */
  figures: string
  /** The questions to the engine as they were written, in the order of their names. */
  cases: { name: string; content: unknown }[]
  /** Files that are not what the bundle's own list of checksums tells of them, in words. */
  changedFiles: string[]
}

/** What a bundle may hold at most: far more than 10,000 readings take. */
const limits = { files: 5_000, bytes: 200_000_000 }

const inWords: Record<UnzipFault, string> = {
  'not-an-archive': 'It is no zip archive, or only a part of one.',
  damaged: 'The archive is damaged: a file in it is not what its directory tells.',
  unsupported: 'The archive is packed in a way that bundles are not.',
  'bad-name': 'The archive holds a file whose name no bundle has.',
  'too-many-files': 'The archive holds more files than a bundle may.',
  'too-large': 'Unpacked, the archive would be larger than a bundle may be.',
}

/** Reads a bundle. A text says why it cannot be read. */
export function readBundle(archive: Buffer): Bundle | string {
  const unpacked = unzip(archive, limits)
  if (!unpacked.ok) return inWords[unpacked.fault]
  const texts = new Map([...unpacked.files].map(([name, content]) => [name, content.toString('utf8')]))
  for (const name of [
    fileNames.plan,
    fileNames.data,
    fileNames.evaluation,
    fileNames.figures,
    fileNames.manifest,
  ])
    if (!texts.has(name)) return `It is no bundle: ${name} is missing.`
  const plan = parsed(planShape, texts.get(fileNames.plan))
  if (!plan) return `${fileNames.plan} is no frozen plan.`
  const evaluation = parsed(evaluationShape, texts.get(fileNames.evaluation))
  if (!evaluation) return `${fileNames.evaluation} is no evaluation.`
  const draw = texts.has(fileNames.draw) ? parsed(drawShape, texts.get(fileNames.draw)) : undefined
  if (texts.has(fileNames.draw) && !draw) return `${fileNames.draw} is no draw.`
  const units = optional(unitChangesShape, texts.get(fileNames.unitChanges))
  if (units === 'wrong') return `${fileNames.unitChanges} is no list of changed units.`
  const looks = optional(looksShape, texts.get(fileNames.looks))
  if (looks === 'wrong') return `${fileNames.looks} is no list of looks.`
  const explorations = optional(explorationsShape, texts.get(fileNames.explorations))
  if (explorations === 'wrong') return `${fileNames.explorations} is no list of analyses.`
  const readings = readDataTable(texts.get(fileNames.data) ?? '')
  if (typeof readings === 'string') return readings
  return {
    planText: texts.get(fileNames.plan) ?? '',
    plan,
    draw,
    readings,
    unitChanges: (units?.changes ?? []).map(({ measure, from, unit, plan_units }) => ({
      measureId: measure,
      day: from,
      unit,
      planUnits: plan_units,
    })),
    looks: looks?.looks ?? [],
    explorations: explorations?.explorations ?? [],
    evaluation,
    figures: texts.get(fileNames.figures) ?? '',
    cases: [...texts]
      .filter(([name]) => name.startsWith(fileNames.engine))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, text]) => ({ name, content: json(text) })),
    changedFiles: changedFiles(unpacked.files, texts.get(fileNames.manifest) ?? ''),
  }
}

function parsed<Shape extends z.ZodType>(shape: Shape, text: string | undefined): z.infer<Shape> | undefined {
  return shape.safeParse(json(text ?? '')).data
}

/** A file that a bundle has only where there is something to tell. */
function optional<Shape extends z.ZodType>(
  shape: Shape,
  text: string | undefined,
): z.infer<Shape> | 'wrong' | undefined {
  return text === undefined ? undefined : (parsed(shape, text) ?? 'wrong')
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function changedFiles(files: ReadonlyMap<string, Buffer>, manifest: string): string[] {
  const told = new Map(
    manifest.split('\n').flatMap((line) => {
      const [, sum, name] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
      return sum === undefined || name === undefined ? [] : [[name, sum] as const]
    }),
  )
  const faults: string[] = []
  for (const [name, content] of files) {
    if (name === fileNames.manifest) continue
    const sum = told.get(name)
    if (sum === undefined) faults.push(`${name} is not named in ${fileNames.manifest}.`)
    else if (createHash('sha256').update(content).digest('hex') !== sum)
      faults.push(
        `${name} was changed after the bundle was made: its checksum in ${fileNames.manifest} is another.`,
      )
    told.delete(name)
  }
  for (const name of told.keys()) faults.push(`${name} is named in ${fileNames.manifest} but is missing.`)
  return faults
}
