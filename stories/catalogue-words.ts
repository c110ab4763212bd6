import { languages, type Lang } from '../app/platform/language.ts'
import { texts } from '../app/texts/index.ts'

/** Long enough not to be the same by chance in two languages. */
const shortest = 12

function stringsIn(part: unknown): string[] {
  if (typeof part === 'string') return part.length >= shortest ? [part.trim()] : []
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(stringsIn) : []
}

const catalogues = new Map(languages.map((lang) => [lang, new Set(stringsIn(texts[lang]))]))

/** Texts on a page that only the catalogue of another language holds, but for those that are said to be in it. */
export function foreignTexts(html: string, lang: Lang): string[] {
  const own = catalogues.get(lang)
  const shown = [...html.matchAll(/(<[^<>]*>)([^<>]+)(?=<)/g)]
    .filter(([, tag = '']) => !/ lang="/.test(tag))
    .map((match) => plain(match[2] ?? ''))
  return shown.filter(
    (text) =>
      !own?.has(text) &&
      languages.some((other) => other !== lang && catalogues.get(other)?.has(text) === true),
  )
}

function plain(text: string): string {
  return text
    .replaceAll('&#39;', '’')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim()
}
