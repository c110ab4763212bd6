import { z } from 'zod'
import { measureKinds } from '../experiments/index.ts'
import { parseDay } from '../platform/format.ts'
import type { PhoneEntry } from './phone-entry.ts'

const shortText = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => text.isWellFormed())

const sent = z.strictObject({
  owner: z.string().regex(/^[\w-]{43}$/),
  entry: z.strictObject({
    id: z.uuid().toLowerCase(),
    experimentId: z.uuid(),
    measureId: z.uuid(),
    unit: shortText(80).nullable(),
    day: z.string().refine((day) => parseDay(day) === day),
    value: z.number().gt(-1e12).lt(1e12),
    madeAt: z.iso.datetime(),
    measured: z.strictObject({ kind: z.enum(measureKinds), unit: shortText(200) }),
    sameDay: z.enum(['ask', 'replace', 'keep']),
  }),
})

/** What a phone sent: a reading and whose it says it is. Undefined when it is anything else. */
export function readPhoneEntry(text: string): { owner: string; entry: PhoneEntry } | undefined {
  try {
    return sent.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
