import { titleOf } from '../experiments/index.ts'
import { formatMoment } from '../platform/format.ts'
import type { Lang } from '../platform/language.ts'
import { texts } from '../texts/index.ts'
import type { BundleParts } from './bundle.ts'

/** What a bundle is, what is in it and how to compute it again, as plain text in one language. */
export function bundleReadme(
  lang: Lang,
  { experiment, kept, draw, resultAt }: Pick<BundleParts, 'experiment' | 'kept' | 'draw' | 'resultAt'>,
): string {
  const words = texts[lang].bundle.readme
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
      words.files
        .filter(({ file }) => draw || file !== 'draw.json')
        .map(({ file, is }) => `${file.padEnd(16)} ${is}`),
    ),
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
