/** The languages of the service, in the order in which they are offered. */
export const languages = ['fi', 'sv', 'en'] as const

export type Lang = (typeof languages)[number]

/** True when a piece of text (a path segment, a cookie) names one of our languages. */
export function isLang(text: string | undefined): text is Lang {
  return text === 'fi' || text === 'sv' || text === 'en'
}

/**
 * The language to begin with: an earlier choice, else the first of ours that the browser asks for, else Finnish.
 * `acceptLanguage` is the header as the browser sent it; quality values are honoured, regions ignored.
 */
export function chooseLanguage(earlier: string | undefined, acceptLanguage: string | undefined): Lang {
  if (isLang(earlier)) return earlier
  const wishes = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find(Boolean)
      return { code: tag.slice(0, 2).toLowerCase(), quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter((wish) => isLang(wish.code) && wish.quality > 0)
    .sort((a, b) => b.quality - a.quality)
  const first = wishes[0]?.code
  return isLang(first) ? first : 'fi'
}
