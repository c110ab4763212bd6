/**
 * Finnish word forms from libvoikko (https://voikko.puimula.org), where it is installed. The library is looked for when
 * the programme runs and called in the process; a word costs about 15 µs.
 */
import koffi from 'koffi'

/** One reading of a word form. Words are in lower case. */
export interface Reading {
  /** Base form of the whole word: kirjastoautoilla → kirjastoauto. */
  readonly base: string
  /** Parts of a compound, as they stand in the word and in the base form; one entry where it is no compound. */
  readonly parts: readonly { surface: string; base: string }[]
  /** The word this one was derived from (digitointi → digitoida); undefined where it is not derived. */
  readonly root: string | undefined
}

export interface Voikko {
  readonly version: string
  /** Every reading of a form; empty where Voikko does not know the word. */
  readonly readings: (form: string) => Reading[]
}

const libraryNames = [
  'libvoikko.so.1',
  'libvoikko.1.dylib',
  '/opt/homebrew/lib/libvoikko.1.dylib',
  '/usr/local/lib/libvoikko.1.dylib',
]

type Library = ReturnType<typeof koffi.load>

function loadLibrary(): Library | undefined {
  for (const name of libraryNames) {
    try {
      return koffi.load(name)
    } catch {
      continue
    }
  }
  return undefined
}

/** Readings as the library gives them: base form, structure ("=pppp=ppp"), word bases ("+koti(koti)+seutu(seutu)"). */
interface RawReading {
  readonly base: string
  /** Word class in Finnish, for example "nimisana" or "paikannimi". */
  readonly wordClass: string
  readonly structure: string
  readonly wordBases: string
}

function openHandle(library: Library): { version: string; raw: (form: string) => RawReading[] } | undefined {
  const initialise = library.func(
    'void *voikkoInit(_Out_ const char **error, const char *language, const char *path)',
  )
  const versionOf = library.func('const char *voikkoGetVersion()')
  const analyse = library.func('void *voikkoAnalyzeWordCstr(void *handle, const char *word)')
  const valueOf = library.func('void *voikko_mor_analysis_value_cstr(void *analysis, const char *key)')
  const releaseValue = library.func('void voikko_free_mor_analysis_value_cstr(void *value)')
  const release = library.func('void voikko_free_mor_analysis(void *analyses)')

  const handle: unknown = initialise([null], 'fi', null)
  if (!handle) return undefined

  const text = (analysis: unknown, key: string): string => {
    const value: unknown = valueOf(analysis, key)
    if (!value) return ''
    const decoded: unknown = koffi.decode(value, 'char', -1)
    releaseValue(value)
    return typeof decoded === 'string' ? decoded.toLocaleLowerCase('fi') : ''
  }
  const raw = (form: string): RawReading[] => {
    const analyses: unknown = analyse(handle, form)
    if (!analyses) return []
    const found: RawReading[] = []
    for (let index = 0; ; index += 1) {
      const analysis: unknown = koffi.decode(analyses, index * koffi.sizeof('void *'), 'void *')
      if (!analysis) break
      const reading = {
        base: text(analysis, 'BASEFORM'),
        wordClass: text(analysis, 'CLASS'),
        structure: text(analysis, 'STRUCTURE'),
        wordBases: text(analysis, 'WORDBASES'),
      }
      if (reading.base !== '') found.push(reading)
    }
    release(analyses)
    return found
  }
  return { version: String(versionOf()), raw }
}

/** The pieces of the form between the "=" of Voikko's structure; the letters stand for one character each. */
function surfaces(form: string, structure: string): string[] {
  const pieces: string[] = []
  let from = 0
  for (const piece of structure.split('=').slice(1)) {
    pieces.push(form.slice(from, from + piece.length).replaceAll('-', ''))
    from += piece.length
  }
  return pieces.filter((piece) => piece !== '')
}

function rootOf(wordBases: string, base: string): string | undefined {
  const items = [...wordBases.matchAll(/\+([^+()]+)\((\+?)([^()]*)\)/gu)]
  if (items.at(-1)?.[2] !== '+') return undefined
  const stem = items.findLast((item) => item[2] === '')?.[3]
  return stem !== undefined && stem !== base ? stem : undefined
}

/** Opens Voikko with its Finnish dictionary; undefined where the library or the dictionary is not installed. */
export function openVoikko(): Voikko | undefined {
  const library = loadLibrary()
  const opened = library === undefined ? undefined : openHandle(library)
  if (opened === undefined) return undefined

  const baseOfPart = (surface: string): string => {
    const bases = opened.raw(surface).map((reading) => reading.base)
    return bases.find((base) => base === surface) ?? bases[0] ?? surface
  }
  const readings = (form: string): Reading[] =>
    opened.raw(form).map(({ base, wordClass, structure, wordBases }) => {
      // Jyväskylä is no village: a name of a place is not taken apart.
      const pieces = wordClass === 'paikannimi' ? [] : surfaces(form, structure)
      const before = pieces.slice(0, -1).join('')
      const parts =
        pieces.length > 1 && base.replaceAll('-', '').startsWith(before)
          ? [
              ...pieces.slice(0, -1).map((surface) => ({ surface, base: baseOfPart(surface) })),
              { surface: pieces.at(-1) ?? '', base: base.replaceAll('-', '').slice(before.length) },
            ]
          : [{ surface: form, base }]
      return { base, parts, root: rootOf(wordBases, base) }
    })
  return { version: opened.version, readings }
}
