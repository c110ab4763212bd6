import type { ReadPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { Lede, PageTitle, Section, Table } from '../../ui/index.ts'
import { apiPath } from '../reader.ts'
import { filterNames } from '../routes.ts'

/** A command on a line of its own, which scrolls where it does not fit. */
function Command(props: { label: string; command: string }) {
  return (
    <>
      <p>{props.label}</p>
      <pre tabindex={0}>{props.command}</pre>
    </>
  )
}

/** Explains the public interface to people: what is where, examples, terms. */
export const apiPage: ReadPage<null> = {
  load: async () => null,
  view: ({ visit }) => {
    const words = texts[visit.lang].publishing.api
    const whole = (path: string) => visit.absolute(`${apiPath}${path}`)
    const row = (path: string, gives: string, filters: readonly string[]) => [
      <code>{`${apiPath}${path}`}</code>,
      gives,
      filters.join(', '),
    ]
    return {
      title: words.title,
      description: words.lede,
      breadcrumb: [{ text: words.title }],
      body: (
        <>
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          <p>
            <a href={`${apiPath}/openapi.json`}>{words.description}</a>
          </p>
          <Section title={words.addresses}>
            <Table
              caption={words.addresses}
              captionHidden
              rowHeaders
              columns={[{ text: words.address }, { text: words.gives }, { text: words.narrow }]}
              rows={[
                row('/search', words.search, filterNames.search),
                row('/experiments', words.experiments, filterNames.experiments),
                row('/experiments/{id}', words.experiment, filterNames.experiment),
                row('/lessons', words.lessons, filterNames.lessons),
                row('/municipalities', words.municipalities, filterNames.municipalities),
                row('/municipalities/{code}', words.municipality, filterNames.municipality),
              ]}
            />
          </Section>
          <Section title={words.examples}>
            <Command
              label={words.exampleSearch}
              command={`curl '${whole(`/search?q=ruokahävikki&lang=${visit.lang}`)}'`}
            />
            <Command
              label={words.exampleExperiments}
              command={`curl '${whole('/experiments?outcome=stopped&lang=sv&per_page=50')}'`}
            />
            <Command label={words.exampleMunicipality} command={`curl '${whole('/municipalities/239')}'`} />
            <Command
              label={words.exampleAgain}
              command={`curl -i -H 'If-None-Match: "…"' '${whole('/lessons')}'`}
            />
          </Section>
          <Section title={words.send} id="send">
            <p>{words.sendText}</p>
            <Command
              label={words.exampleSend}
              command={[
                `curl '${whole('/measures/MEASURE/observations')}'`,
                "  -H 'Authorization: Bearer uskalla_…'",
                "  -H 'Content-Type: application/json'",
                `  -d '[{"id":"a1","day":"2026-03-09","value":52.5,"unit":"kg"},{"id":"a2","day":"2026-03-10","value":48}]'`,
              ].join(' \\\n')}
            />
            <ul>
              {words.sendFacts.map((sentence) => (
                <li>{sentence}</li>
              ))}
            </ul>
          </Section>
          <Section title={words.goodToKnow}>
            <ul>
              {[
                words.unknown,
                words.madeUp,
                words.people,
                words.lang,
                words.units,
                words.paging,
                words.errors,
                words.caching,
                words.cors,
              ].map((sentence) => (
                <li>{sentence}</li>
              ))}
            </ul>
          </Section>
          <Section title={words.terms}>
            <p>{words.termsText}</p>
            <p>
              <a href={visit.to('sources')}>{words.sources}</a>
            </p>
          </Section>
        </>
      ),
    }
  },
}
