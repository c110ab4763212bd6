import { z } from 'zod'
import type { FormValues } from './form-values.ts'

/** What the framework itself puts into every form. */
const own = ['_key', '_version', '_token']

/**
 * The names that a form's schema reads. Looks through refinements, transformations and choices between objects; throws at
 * a schema that does not say its names, because then nothing could be told from what does not belong.
 */
export function namesOf(schema: unknown): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape)
  if (schema instanceof z.ZodPipe)
    return namesOf(schema.in instanceof z.ZodTransform ? schema.out : schema.in)
  if (schema instanceof z.ZodUnion) return [...new Set(schema.options.flatMap(namesOf))]
  if (schema instanceof z.ZodIntersection) return [...namesOf(schema.def.left), ...namesOf(schema.def.right)]
  throw new Error('the schema of a form does not say the names of its fields')
}

/** The names of fields that were sent and do not belong to the form. Choices between two texts belong to theirs. */
export function unknownFields(schema: unknown, values: FormValues): string[] {
  const known = new Set([...own, ...namesOf(schema)])
  return Object.keys(values.entries()).filter(
    (name) => !known.has(name) && !known.has(/^(?:choice|mine|theirs)-(.+)$/s.exec(name)?.[1] ?? ''),
  )
}
