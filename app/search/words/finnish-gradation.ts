/**
 * Consonant gradation of Finnish: the last consonants of a stem, before its final vowel, alternate between a strong
 * and a weak grade (kunta : kunnan, koti : kodin, kyky : kyvyn, jako : jaon).
 * Source: Iso suomen kielioppi (2004), §§ 41–45, https://scripta.kotus.fi/visk/sisallys.php?p=41
 */

const vowels = 'aeiouyäöå'

/** Strong to weak; the first pattern that fits the consonants before the final vowel is the one that holds. */
const grades: readonly { strong: string; weak: string; after: 'vowel' | 'any' }[] = [
  { strong: 'kk', weak: 'k', after: 'any' },
  { strong: 'pp', weak: 'p', after: 'any' },
  { strong: 'tt', weak: 't', after: 'any' },
  { strong: 'nt', weak: 'nn', after: 'any' },
  { strong: 'lt', weak: 'll', after: 'any' },
  { strong: 'rt', weak: 'rr', after: 'any' },
  { strong: 'mp', weak: 'mm', after: 'any' },
  { strong: 'nk', weak: 'ng', after: 'any' },
  { strong: 'lp', weak: 'lv', after: 'any' },
  { strong: 'rp', weak: 'rv', after: 'any' },
  { strong: 'lk', weak: 'l', after: 'any' },
  { strong: 'rk', weak: 'r', after: 'any' },
  { strong: 'hk', weak: 'h', after: 'any' },
  { strong: 'lke', weak: 'lje', after: 'any' },
  { strong: 'rke', weak: 'rje', after: 'any' },
  { strong: 'uku', weak: 'uvu', after: 'any' },
  { strong: 'yky', weak: 'yvy', after: 'any' },
  { strong: 't', weak: 'd', after: 'vowel' },
  { strong: 'ht', weak: 'hd', after: 'any' },
  { strong: 'p', weak: 'v', after: 'vowel' },
  { strong: 'k', weak: '', after: 'vowel' },
]

export function isVowel(letter: string | undefined): boolean {
  return letter !== undefined && letter !== '' && vowels.includes(letter)
}

function exchanged(stem: string, from: string, into: string, after: 'vowel' | 'any'): string | undefined {
  const endsInVowel = isVowel(from.at(-1))
  const tail = endsInVowel ? '' : stem.slice(-1)
  const head = endsInVowel ? stem : stem.slice(0, -1)
  if (!head.endsWith(from)) return undefined
  const before = head.slice(0, head.length - from.length)
  if (before.length === 0 || (!endsInVowel && !isVowel(tail))) return undefined
  const letterBefore = before.at(-1)
  if (after === 'vowel' && !isVowel(letterBefore)) return undefined
  if (from !== '' && !endsInVowel && letterBefore === from[0]) return undefined
  return before + into + tail
}

/** A vowel stem in the weak grade → every stem it could be in the strong grade; the stem itself is not among them. */
export function strongGrades(stem: string): string[] {
  const found: string[] = []
  for (const { strong, weak, after } of grades) {
    const candidate = exchanged(stem, weak, strong, after)
    if (candidate !== undefined) found.push(candidate)
  }
  return found
}

/** A vowel stem in the strong grade → the stems it could be in the weak grade, most particular pattern first. */
export function weakGrades(stem: string): string[] {
  const found: string[] = []
  for (const { strong, weak, after } of grades) {
    const candidate = exchanged(stem, strong, weak, after)
    if (candidate !== undefined) found.push(candidate)
  }
  return found
}
