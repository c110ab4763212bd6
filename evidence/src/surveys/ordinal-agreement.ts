import { found, refused, warning, type Finding, type Warning } from '../finding.ts'

/** How much the answers on an ordered scale agree. Codes are 1, 2, …, k from the lowest category up. */
export interface OrdinalAgreement {
  answers: number
  /** Van der Eijk's A: 1 all in one category, 0 spread evenly, −1 split to the two ends. */
  agreement: number
  /** (1 − A)/2: 0 agreement, 1 split to the two ends. */
  polarisation: number
  /** Leik's ordinal dispersion: 0 unanimous, 1 split to the two ends. */
  dispersion: number
  /** Tastle and Wierman's consensus: 1 unanimous, 0 split to the two ends. */
  consensus: number
  /** Shannon entropy of the shares, base 2. */
  entropyBits: number
  mean: number
  /** Sample standard deviation; null for one answer. */
  standardDeviation: number | null
  median: number
  /** Share above the middle of the scale less share below it, −1 to 1. */
  netBalance: number
}

/**
 * Agreement and polarisation of counts per ordered category (at least two categories).
 * Warns `small-group` (under 10 answers), `unanimous`. Refuses (`not-enough-data`) no answers, fewer than two
 * categories, counts that are negative or not whole.
 * Sources: van der Eijk 2001; Leik 1966; Tastle and Wierman 2007.
 * @example
 * const mood = ordinalAgreement([10, 20, 40, 20, 10])
 * mood.ok && mood.value.agreement // => 0.35
 */
export function ordinalAgreement(counts: readonly number[]): Finding<OrdinalAgreement> {
  if (counts.length < 2 || counts.some((count) => !Number.isSafeInteger(count) || count < 0)) {
    return refused('not-enough-data', 'At least two categories with whole counts from 0 are needed.')
  }
  const answers = counts.reduce((sum, count) => sum + count, 0)
  if (answers === 0) return refused('not-enough-data', 'There are no answers.')
  const warnings: Warning[] = []
  if (answers < 10) warnings.push(warning('small-group', `${answers} answers`))
  if (counts.includes(answers)) warnings.push(warning('unanimous'))

  const categories = counts.length
  const shares = counts.map((count) => count / answers)
  const mean = shares.reduce((sum, share, i) => sum + share * (i + 1), 0)
  const squares = counts.reduce((sum, count, i) => sum + count * (i + 1 - mean) ** 2, 0)
  const agreement = vanDerEijk(counts, answers)
  const middle = (categories + 1) / 2
  return found(
    {
      answers,
      agreement,
      polarisation: (1 - agreement) / 2,
      dispersion: leik(shares),
      consensus: tastleWierman(shares, mean),
      entropyBits: shares.reduce((sum, share) => (share > 0 ? sum - share * Math.log2(share) : sum), 0),
      mean,
      standardDeviation: answers > 1 ? Math.sqrt(squares / (answers - 1)) : null,
      median: medianCode(counts, answers),
      netBalance: counts.reduce((sum, count, i) => sum + Math.sign(i + 1 - middle) * count, 0) / answers,
    },
    warnings,
  )
}

/**
 * Peels the counts into layers of equal height and adds up each layer's agreement, weighted by its share. In a
 * layer, TU and TDU count triples of categories that fit and do not fit a single peak.
 */
function vanDerEijk(counts: readonly number[], answers: number): number {
  const left = counts.map((count) => count)
  const categories = counts.length
  let total = 0
  for (;;) {
    const present = left.map((count) => count > 0)
    const used = present.filter(Boolean).length
    if (used === 0) return total
    const height = Math.min(...left.filter((count) => count > 0))
    total += ((height * used) / answers) * layerAgreement(present, used, categories)
    for (let i = 0; i < categories; i++) if (left[i]! > 0) left[i]! -= height
  }
}

function layerAgreement(present: readonly boolean[], used: number, categories: number): number {
  if (used === 1) return 1
  if (used === categories) return 0
  let fitting = 0
  let unfitting = 0
  for (let i = 0; i < categories; i++) {
    for (let j = i + 1; j < categories; j++) {
      for (let k = j + 1; k < categories; k++) {
        const pattern = [present[i], present[j], present[k]].map(Number).join('')
        if (pattern === '110' || pattern === '011') fitting += 1
        if (pattern === '101') unfitting += 1
      }
    }
  }
  const unimodality =
    fitting + unfitting === 0
      ? 1
      : ((categories - 2) * fitting - (categories - 1) * unfitting) /
        ((categories - 2) * (fitting + unfitting))
  return unimodality * (1 - (used - 1) / (categories - 1))
}

function leik(shares: readonly number[]): number {
  let cumulative = 0
  let differences = 0
  for (const share of shares) {
    cumulative += share
    differences += Math.min(cumulative, Math.max(0, 1 - cumulative))
  }
  return (2 * differences) / (shares.length - 1)
}

function tastleWierman(shares: readonly number[], mean: number): number {
  const width = shares.length - 1
  return shares.reduce(
    (sum, share, i) => (share > 0 ? sum + share * Math.log2(1 - Math.abs(i + 1 - mean) / width) : sum),
    1,
  )
}

function medianCode(counts: readonly number[], answers: number): number {
  const codeAt = (rank: number): number => {
    let seen = 0
    return counts.findIndex((count) => (seen += count) >= rank) + 1
  }
  return (codeAt(Math.floor((answers + 1) / 2)) + codeAt(Math.ceil((answers + 1) / 2))) / 2
}
