import type { Lang } from '../platform/language.ts'
import { en } from './en/index.ts'
import { fi } from './fi/index.ts'
import { sv } from './sv/index.ts'

/** Everything the service says: a catalogue a language, a part a room. Finnish is the type that the others must match. */
export type Texts = typeof fi

export const texts: Record<Lang, Texts> = { fi, sv, en }
