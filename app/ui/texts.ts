import type { Lang } from '../platform/language.ts'
import { ui as english } from '../texts/en/ui.ts'
import { ui as finnish, type UiTexts } from '../texts/fi/ui.ts'
import { ui as swedish } from '../texts/sv/ui.ts'

/** The kit's own words in each language; everything else reaches a component as a prop. */
export const uiTexts: Record<Lang, UiTexts> = { fi: finnish, sv: swedish, en: english }
