import { type Plan, titleOf, type UnitChange, unitChangeInWords } from '../experiments/index.ts'
import { formatMoment } from '../platform/format.ts'
import type { Lang } from '../platform/language.ts'
import { texts } from '../texts/index.ts'
import type { BundleParts } from './bundle.ts'

/** What a bundle is, what is in it and how to compute it again, as plain text in one language. */
export function bundleReadme(
  lang: Lang,
  parts: Pick<
    BundleParts,
    'experiment' | 'kept' | 'draw' | 'resultAt' | 'unitChanges' | 'looks' | 'explorations'
  >,
): string {
  const words = texts[lang].bundle.readme
  const { experiment, kept, draw, resultAt, unitChanges, looks, explorations } = parts
  const absent = new Set([
    ...(draw ? [] : ['draw.json']),
    ...(unitChanges.length > 0 ? [] : ['unit-changes.json']),
    ...(looks.length > 0 ? [] : ['looks.json']),
    ...(explorations.length > 0 ? [] : ['explorations.json']),
  ])
  const section = (title: string, lines: readonly string[]) => [title, '-'.repeat(title.length), ...lines, '']
  return [
    words.title,
    '='.repeat(words.title.length),
    '',
    titleOf(lang, experiment),
    resultAt(lang),
    ...(experiment.origin === 'example' ? [texts[lang].experiments.example] : []),
    '',
    words.what,
    '',
    ...section(
      words.filesTitle,
      words.files.filter(({ file }) => !absent.has(file)).map(({ file, is }) => `${file.padEnd(18)} ${is}`),
    ),
    ...section(
      words.columnsTitle,
      words.columns.map(({ column, is }) => `${column.padEnd(18)} ${is}`),
    ),
    ...(unitChanges.length > 0
      ? section(words.unitsTitle, [words.units, '', ...unitLines(lang, experiment.plan, unitChanges)])
      : []),
    ...section(words.againTitle, [
      words.again,
      '',
      '  npm run --silent uskalla -- recompute BUNDLE.zip',
      '',
      words.alone,
      '',
      '  npm run --silent evidence -- check engine',
      '',
      words.sums,
      '',
      '  sha256sum -c MANIFEST.txt',
      '',
      words.trust(kept.planFingerprint),
    ]),
    ...section(words.limitsTitle, words.limits),
    ...section(words.licenceTitle, [words.licence]),
    words.engine(kept.engineVersion, kept.seed, formatMoment(lang, kept.computedAt)),
    '',
  ].join('\n')
}

/** One line a change: from which day, which measure, what one new unit is. */
function unitLines(lang: Lang, { measures }: Plan, changes: readonly UnitChange[]): string[] {
  return changes.map((change) => {
    const measure = measures.find(({ id }) => id === change.measureId)
    return `${measure?.name ?? ''}: ${unitChangeInWords(lang, measure?.unit ?? '', change)}`
  })
}
