import type { ReadPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Lede, PageTitle, Section, SummaryList } from '../../ui/index.ts'
import { allSources, type Source } from '../sources.ts'

/** Names every source of the content with its terms and attribution. */
export const sourcesPage: ReadPage<readonly Source[]> = {
  load: async () => allSources(),
  view: ({ visit: { lang }, data }) => {
    const words = texts[lang].knowledge.sources
    const termsOf = (source: Source) =>
      source.licence in words.terms ? words.terms[source.licence as keyof typeof words.terms] : source.licence
    return {
      title: words.title,
      description: words.lede,
      breadcrumb: [{ text: words.title }],
      body: (
        <>
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          {data.map((source) => (
            <Section title={source.name[lang]} id={source.id}>
              <p>{source.use[lang]}</p>
              <SummaryList
                rows={[
                  { term: words.provider, value: source.provider[lang] },
                  { term: words.licence, value: termsOf(source) },
                  ...(source.attribution ? [{ term: words.attribution, value: source.attribution }] : []),
                  ...(source.address
                    ? [{ term: words.address, value: <a href={source.address}>{source.address}</a> }]
                    : []),
                  ...(source.through
                    ? [
                        {
                          term: words.through,
                          value: <a href={source.through.address}>{source.through.name}</a>,
                        },
                      ]
                    : []),
                ]}
              />
            </Section>
          ))}
        </>
      ),
    }
  },
}
