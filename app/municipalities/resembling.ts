import { allMunicipalities, municipalityByCode, type Municipality } from './register.ts'

/** The key figures by which municipalities are compared. */
export const likenessFigures = [
  'population',
  'populationChangePercent',
  'unemployedSharePercent',
  'pensionersPercent2017',
  'swedishSpeakersPercent2017',
  'foreignCitizensPercent2017',
  'libraryLoansPerPerson2022',
] as const

export type LikenessFigure = (typeof likenessFigures)[number]

/** How near another municipality is: `distance` in standard deviations, 0 = the same in every figure that was used. */
export interface Resemblance {
  municipality: Municipality
  distance: number
  /** The figures known for both, in the order of `likenessFigures`. */
  figures: LikenessFigure[]
  /** The figures left out because one of the two is not known. */
  unknown: LikenessFigure[]
}

/** Fewer shared figures than this say too little to call two municipalities alike. */
const fewestFigures = 5

/** Size counts by its order of magnitude: 500 and 1,000 people differ as much as 50,000 and 100,000. */
function figureOf(municipality: Municipality, figure: LikenessFigure): number | null {
  if (figure === 'population') return Math.log10(municipality.population.january2025Preliminary)
  return municipality.keyFigures[figure]
}

const standardised = new Map<string, (number | null)[]>()

function standardise(): void {
  const columns = likenessFigures.map((figure) => {
    const known = allMunicipalities()
      .map((one) => figureOf(one, figure))
      .filter((value) => value !== null)
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length
    const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length - 1)
    return { figure, mean, deviation: Math.sqrt(variance) }
  })
  for (const municipality of allMunicipalities()) {
    const scores = columns.map(({ figure, mean, deviation }) => {
      const value = figureOf(municipality, figure)
      return value === null ? null : (value - mean) / deviation
    })
    standardised.set(municipality.code, scores)
  }
}

/**
 * The municipalities that resemble this one, nearest first. Distance is the root mean square of the differences of
 * standardised key figures, over the figures known for both; what is not known is left out and named, never taken as
 * zero. Pairs with fewer than five shared figures are left out. Empty when the code is unknown.
 */
export function resembling(code: string, count = 5): Resemblance[] {
  if (standardised.size === 0) standardise()
  const own = standardised.get(code)
  if (!own || !municipalityByCode(code)) return []
  const all: Resemblance[] = []
  for (const municipality of allMunicipalities()) {
    if (municipality.code === code) continue
    const other = standardised.get(municipality.code) ?? []
    const figures: LikenessFigure[] = []
    const unknown: LikenessFigure[] = []
    let squares = 0
    for (const [index, figure] of likenessFigures.entries()) {
      const [a, b] = [own[index] ?? null, other[index] ?? null]
      if (a === null || b === null) {
        unknown.push(figure)
        continue
      }
      figures.push(figure)
      squares += (a - b) ** 2
    }
    if (figures.length < fewestFigures) continue
    all.push({ municipality, distance: Math.sqrt(squares / figures.length), figures, unknown })
  }
  return all.toSorted((a, b) => a.distance - b.distance).slice(0, count)
}
