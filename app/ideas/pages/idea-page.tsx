import { placeName } from '../../municipalities/index.ts'
import { formatDate, formatHours, formatMoment } from '../../platform/format.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { worksIn } from '../../platform/web/policy.ts'
import { similarTo, type SearchResult } from '../../search/index.ts'
import { texts } from '../../texts/index.ts'
import {
  ButtonLink,
  Lede,
  PageTitle,
  Panel,
  Prose,
  QuietLink,
  Section,
  Steps,
  SummaryList,
  Tag,
} from '../../ui/index.ts'
import { costInWords, stateTag } from '../idea-in-words.ts'
import { mayEditIdea, mayOfferHours, mayPonder, maySeePondering } from '../idea-policy.ts'
import { isOpen } from '../idea.ts'
import { namedAuthorOf } from '../named-author-store.ts'
import { hiddenIdea } from './hidden-idea.tsx'
import { type IdeaWithPondering, ponderingAhead, readIdea } from '../read-idea.ts'

interface IdeaOnPage extends IdeaWithPondering {
  similar: SearchResult[]
  /** Who told it, when they have agreed to being named in public. */
  author?: string | undefined
}

/** One idea: its three sentences, what it has cost, what has been tried before, and the next step for whoever reads. */
export const ideaPage: ReadPage<IdeaOnPage> = {
  load: async (visit) => {
    const found = await readIdea(visit.database, visit.parameters.id ?? '')
    if (!found) return undefined
    const text = `${found.idea.trial} ${found.idea.problem}`.trim()
    if (found.idea.hidden) return { ...found, similar: [] }
    const similar = await similarTo(visit.database, text, {
      lang: visit.lang,
      kinds: ['experiment', 'lesson', 'library-title'],
      limit: 6,
    })
    return { ...found, similar, author: await namedAuthorOf(visit.database, found.idea.toldBy) }
  },
  view: ({ visit, data }) => {
    const { idea, offers, progress, names } = data
    const words = texts[visit.lang].ideas
    if (idea.hidden) return hiddenIdea(visit, data)
    const answered = !isOpen(idea)
    return {
      title: idea.trial,
      description: idea.problem,
      breadcrumb: [{ text: words.title, href: visit.to('ideas') }, { text: idea.trial }],
      body: (
        <>
          <PageTitle
            caption={[
              placeName(idea.municipalityCode, visit.lang),
              words.told(formatDate(visit.lang, idea.createdAt)),
              ...(data.author === undefined ? [] : [data.author]),
            ].join(' · ')}
            tag={
              <>
                <Tag kind={stateTag[idea.state]}>{words.states[idea.state]}</Tag>
                {idea.isExample && <Tag kind="plain">{words.example}</Tag>}
              </>
            }
          >
            <span lang={idea.language}>{idea.trial}</span>
          </PageTitle>
          <Lede>{words.costSoFar(costInWords(visit.lang, data.cost))}</Lede>
          <IdeaSteps visit={visit} data={data} />
          <SummaryList
            rows={[
              { term: words.fields.problem, value: <Prose text={idea.problem} lang={idea.language} /> },
              { term: words.fields.trial, value: <Prose text={idea.trial} lang={idea.language} /> },
              { term: words.fields.forWhom, value: <Prose text={idea.forWhom} lang={idea.language} /> },
            ]}
          />
          {mayEditIdea(visit, data) && (
            <p>
              <a href={visit.to('edit-idea', { id: idea.id })}>{words.edit}</a>
            </p>
          )}
          {answered && idea.answer && (
            <Panel kind="learned" title={words.answerTitle}>
              <Prose text={idea.answer} />
              <ElsewhereLink visit={visit} data={data} />
            </Panel>
          )}
          <NextStep visit={visit} data={data} />
          <AgreedPondering visit={visit} data={data} />
          <Section title={words.offersTitle}>
            {progress.peopleOffering === 0 ? (
              <p>{words.offersNone}</p>
            ) : (
              <>
                <p>
                  {words.offersTotal(
                    formatHours(visit.lang, progress.hoursOffered),
                    words.people(progress.peopleOffering),
                  )}
                </p>
                {maySeePondering(visit, data) && (
                  <SummaryList
                    rows={offers.map((offer) => ({
                      term: names.get(offer.personId) ?? '–',
                      value: `${formatHours(visit.lang, offer.hours)}, ${placeName(offer.municipalityCode, visit.lang)}`,
                    }))}
                  />
                )}
              </>
            )}
          </Section>
          <Similar visit={visit} data={data} />
          <QuietLink
            href={visit.to('report-text', { kind: 'idea', id: idea.id })}
            text={texts[visit.lang].moderation.reportLink}
          />
        </>
      ),
    }
  },
}

interface PartProps {
  visit: Visit
  data: IdeaOnPage
}

function IdeaSteps({ visit, data: { idea, progress } }: PartProps) {
  const words = texts[visit.lang].ideas.steps
  const reached = !isOpen(idea) ? 4 : progress.agreed ? 3 : progress.peopleOffering > 0 ? 2 : 1
  const names = [words.told, words.hours, words.agreed, words.answered]
  return (
    <Steps
      lang={visit.lang}
      label={words.label}
      steps={names.map((text, index) => ({
        text,
        state: index < reached - 1 || reached === 4 ? 'done' : index === reached - 1 ? 'current' : 'ahead',
      }))}
    />
  )
}

/** One clear thing to do next, by who is reading and how far the idea has come. */
function NextStep({ visit, data }: PartProps) {
  const { idea, offers, progress } = data
  const words = texts[visit.lang].ideas
  const to = { id: idea.id }
  const offered = offers.some((offer) => offer.personId === visit.person?.id)
  const offerLink = (
    <ButtonLink
      href={visit.to('offer-hours', to)}
      kind={progress.peopleOffering > 0 ? 'secondary' : 'primary'}
    >
      {offered ? words.changeOffer : words.offerButton}
    </ButtonLink>
  )
  const [text, actions] = ((): [string, unknown] => {
    if (idea.state === 'will_be_tried')
      return worksIn(visit, idea.municipalityCode)
        ? [
            words.nextPlan,
            <ButtonLink href={visit.to('start-plan', {}, { idea: idea.id })}>{words.planButton}</ButtonLink>,
          ]
        : ['', undefined]
    if (!isOpen(idea)) return ['', undefined]
    if (!visit.person)
      return [
        words.nextSignIn,
        <ButtonLink href={visit.to('sign-in')}>{texts[visit.lang].site.signIn}</ButtonLink>,
      ]
    if (!mayOfferHours(visit, data)) return [words.nextWait, undefined]
    if (!mayPonder(visit, data) || progress.peopleOffering === 0) return [words.nextOffer, offerLink]
    if (!progress.agreed)
      return [
        words.nextAgree,
        <>
          <ButtonLink href={visit.to('agree-pondering', to)}>{words.agreeButton}</ButtonLink> {offerLink}
        </>,
      ]
    return [
      words.nextRecord,
      <>
        <ButtonLink href={visit.to('record-pondering', to)}>{words.recordButton}</ButtonLink>{' '}
        <ButtonLink href={visit.to('agree-pondering', to)} kind="secondary">
          {words.moveButton}
        </ButtonLink>{' '}
        {offerLink}
      </>,
    ]
  })()
  if (text === '') return null
  return (
    <Panel kind="know" title={words.nextTitle}>
      <p>{text}</p>
      {actions !== undefined && <p class="button-row">{actions}</p>}
    </Panel>
  )
}

function AgreedPondering({ visit, data }: PartProps) {
  const words = texts[visit.lang].ideas
  const ahead = ponderingAhead(data.ponderings)
  if (!ahead || !isOpen(data.idea) || !maySeePondering(visit, data)) return null
  return (
    <Section title={words.ponderingTitle}>
      <SummaryList
        rows={[
          { term: words.ponderingWhen, value: formatMoment(visit.lang, ahead.startsAt) },
          { term: words.ponderingLength, value: formatHours(visit.lang, ahead.minutes / 60) },
          {
            term: words.ponderingWhere,
            value: (
              <>
                {ahead.place}
                {ahead.place && ahead.videoLink ? ', ' : ''}
                {ahead.videoLink && (
                  <a href={ahead.videoLink} rel="noreferrer noopener">
                    {words.joinVideo}
                  </a>
                )}
              </>
            ),
          },
        ]}
      />
      <p>
        <a href={visit.to('pondering-calendar', { id: data.idea.id })}>{words.calendarLink}</a>
      </p>
    </Section>
  )
}

function ElsewhereLink({ visit, data: { idea } }: PartProps) {
  const words = texts[visit.lang].ideas
  if (idea.elsewhereExperimentId)
    return (
      <p>
        <a href={visit.to('experiment', { id: idea.elsewhereExperimentId })}>{words.elsewhereLink}</a>
      </p>
    )
  if (!idea.elsewhereUrl) return null
  return (
    <p>
      <a href={idea.elsewhereUrl} rel="nofollow noreferrer noopener">
        {words.elsewhereLink}
      </a>
    </p>
  )
}

function Similar({ visit, data: { similar } }: PartProps) {
  const words = texts[visit.lang].ideas
  return (
    <Section title={words.similarTitle} id="similar">
      {similar.length === 0 ? (
        <p>{words.similarNone}</p>
      ) : (
        <>
          <p>{words.similarLede}</p>
          <ul class="link-list">
            {similar.map((document) => (
              <li>
                <SimilarLink visit={visit} document={document} />
                <span class="muted">
                  {[
                    document.kind in words.kinds && words.kinds[document.kind as keyof typeof words.kinds],
                    document.municipalityCode && placeName(document.municipalityCode, visit.lang),
                    document.year,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function SimilarLink({ visit, document }: { visit: Visit; document: SearchResult }) {
  if (document.kind === 'experiment' || document.kind === 'lesson')
    return (
      <a href={visit.to(document.kind, { id: document.recordId })} lang={document.language}>
        {document.title}
      </a>
    )
  return (
    <a href={document.sourceUrl} rel="noreferrer noopener" lang={document.language}>
      {document.title}
    </a>
  )
}
