import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Notice, Prose, Section, SummaryList } from '../../ui/index.ts'
import type { Experiment } from '../experiment.ts'

/** Says that an example was worked out afterwards, and by whom. Nothing for what people tried. */
export function RetrospectiveNote(props: { visit: Pick<Visit, 'lang'>; experiment: Experiment }) {
  const words = texts[props.visit.lang].experiments.retrospective
  if (props.experiment.origin !== 'retrospective') return null
  return (
    <Notice kind="info" title={words.title}>
      <p>{words.text}</p>
    </Notice>
  )
}

const siteOf = (address: string) => URL.parse(address)?.hostname.replace(/^www\./, '') ?? address

/** What has to be known of an example worked out afterwards, and where its figures come from on what terms. */
export function RetrospectiveSources(props: { visit: Pick<Visit, 'lang' | 'to'>; experiment: Experiment }) {
  const { lang } = props.visit
  const { published, origin } = props.experiment
  const { retrospective: words, published: labels, unknown } = texts[lang].experiments
  if (!published || origin !== 'retrospective') return null
  const { measure, scale, notes, sources, attribution } = published
  return (
    <Section title={words.sources} id="published">
      <SummaryList
        rows={[
          { term: labels.measure, value: measure?.[lang] ?? unknown },
          { term: labels.scale, value: scale?.[lang] ?? unknown },
          ...(notes ? [{ term: labels.notes, value: <Prose text={notes[lang]} /> }] : []),
          ...(attribution ? [{ term: words.attribution, value: attribution }] : []),
          {
            term: labels.sources,
            value: (
              <ul>
                {sources.map((source) => (
                  <li>
                    <a href={source} rel="noreferrer">
                      {siteOf(source)}
                    </a>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Section>
  )
}
