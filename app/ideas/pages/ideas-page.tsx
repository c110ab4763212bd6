import { allMunicipalities, municipalityByCode, placeName } from '../../municipalities/index.ts'
import { formatDate } from '../../platform/format.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonLink,
  Card,
  CardList,
  EmptyState,
  Lede,
  PageTitle,
  Pagination,
  Select,
  Tag,
} from '../../ui/index.ts'
import { costInWords, stateTag } from '../idea-in-words.ts'
import { listIdeas } from '../idea-store.ts'
import { ideaStates, type IdeaState } from '../idea.ts'

type Ideas = Awaited<ReturnType<typeof listIdeas>> & {
  page: number
  municipalityCode: string | undefined
  state: IdeaState | undefined
}

/** All ideas, newest first, to be narrowed down by municipality and stage. */
export const ideasPage: ReadPage<Ideas> = {
  load: async (visit) => {
    const municipalityCode = municipalityByCode(visit.query.municipality ?? '')?.code
    const state = ideaStates.find((known) => known === visit.query.state)
    const page = Math.min(Number(/^[1-9]\d{0,4}$/.exec(visit.query.page ?? '')?.[0] ?? 1), 10_000)
    return {
      ...(await listIdeas(visit.database, { municipalityCode, state, page })),
      page,
      municipalityCode,
      state,
    }
  },
  view: ({ visit, data }) => {
    const words = texts[visit.lang].ideas
    const filtered = data.municipalityCode !== undefined || data.state !== undefined
    return {
      title: words.title,
      description: words.lede,
      breadcrumb: [{ text: words.title }],
      wide: true,
      body: (
        <>
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          <p>
            <ButtonLink href={visit.to('tell-idea')}>{words.tell}</ButtonLink>
          </p>
          <form method="get" class="filters" aria-label={words.filter.title}>
            <Select
              name="municipality"
              label={words.filter.municipality}
              empty={words.filter.everywhere}
              value={data.municipalityCode}
              options={allMunicipalities(visit.lang).map((m) => ({
                value: m.code,
                label: m.name[visit.lang],
              }))}
            />
            <Select
              name="state"
              label={words.filter.state}
              empty={words.filter.allStates}
              value={data.state}
              options={ideaStates.map((state) => ({ value: state, label: words.states[state] }))}
            />
            <Button kind="secondary">{words.filter.show}</Button>
          </form>
          {data.ideas.length === 0 ? (
            <EmptyState
              text={filtered ? words.emptyFiltered : words.empty}
              action={{ href: visit.to('tell-idea'), text: words.tell }}
            />
          ) : (
            <>
              <p class="muted">{words.count(data.total)}</p>
              <CardList label={words.title}>
                {data.ideas.map((idea) => (
                  <Card
                    headingLevel={2}
                    title={idea.trial}
                    href={visit.to('idea', { id: idea.id })}
                    tag={
                      <>
                        <Tag kind={stateTag[idea.state]}>{words.states[idea.state]}</Tag>
                        {idea.isExample && <Tag kind="plain">{words.example}</Tag>}
                      </>
                    }
                    meta={`${placeName(idea.municipalityCode, visit.lang)} · ${formatDate(visit.lang, idea.createdAt)} · ${costInWords(visit.lang, idea.cost)}`}
                  >
                    <p>{idea.problem}</p>
                  </Card>
                ))}
              </CardList>
              <Pagination
                lang={visit.lang}
                page={data.page}
                pages={data.pages}
                href={(page) =>
                  visit.to('ideas', {}, { municipality: data.municipalityCode, state: data.state, page })
                }
              />
            </>
          )}
        </>
      ),
    }
  },
}
