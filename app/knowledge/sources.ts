import { z } from 'zod'
import file from './sources.json' with { type: 'json' }

const words = z.object({ fi: z.string().min(1), sv: z.string().min(1), en: z.string().min(1) })
const address = z.url({ protocol: /^https$/ })

const sourceShape = z.object({
  id: z.string(),
  name: words,
  provider: words,
  licence: z.string(),
  attribution: z.string().nullable(),
  address: address.nullable(),
  through: z.object({ name: z.string(), address }).nullable(),
  use: words,
})

/**
 * Where something in the product comes from: what it is, who made it, on what terms, the words by which its maker is to
 * be named, and whose copy it came through. Null where there is no such thing.
 */
export type Source = z.infer<typeof sourceShape>

const sources = z.array(sourceShape).parse(file.sources)

/** Every source of the product's content, in the order in which they are told. */
export function allSources(): readonly Source[] {
  return sources
}

/** The sources as a document for the repository, in English. */
export function sourcesDocument(): string {
  const parts = sources.map((source) =>
    [
      `## ${source.name.en}`,
      '',
      `- Provider: ${source.provider.en}`,
      `- Terms: ${source.licence}`,
      ...(source.attribution ? [`- Attribution: ${source.attribution}`] : []),
      ...(source.address ? [`- Address: <${source.address}>`] : []),
      ...(source.through ? [`- Through: [${source.through.name}](${source.through.address})`] : []),
      '',
      source.use.en,
      '',
    ].join('\n'),
  )
  const opening = [
    '# Sources',
    '',
    'Where the content of Uskalla comes from, on what terms, and how its makers are to be named. The same is told in',
    'Finnish, Swedish and English on the sources page of every installation; both are made from',
    '`app/knowledge/sources.json`.',
    '',
  ].join('\n')
  return [opening, ...parts].join('\n')
}
