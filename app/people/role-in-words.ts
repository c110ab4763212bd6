import type { Lang } from '../platform/language.ts'
import type { Person } from '../platform/web/visitor.ts'
import { texts } from '../texts/index.ts'

/** A person's first role in words: "työntekijä", "invånare". Someone without a membership is a resident. */
export function roleInWords(lang: Lang, person: Pick<Person, 'memberships'>): string {
  return texts[lang].people.roles[person.memberships[0]?.role ?? 'resident']
}
