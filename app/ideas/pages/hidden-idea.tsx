import { placeName } from '../../municipalities/index.ts'
import { formatDate } from '../../platform/format.ts'
import type { Screen } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Lede, PageTitle } from '../../ui/index.ts'
import { costInWords } from '../idea-in-words.ts'
import type { Idea, IdeaCost } from '../idea.ts'

/** The place of an idea that was hidden: where and when it was told, and why its words are not here. */
export function hiddenIdea(visit: Visit, { idea, cost }: { idea: Idea; cost: IdeaCost }): Screen {
  const words = texts[visit.lang].ideas
  const { hiddenTitle, hidden } = texts[visit.lang].moderation
  return {
    title: hiddenTitle,
    breadcrumb: [{ text: words.title, href: visit.to('ideas') }, { text: hiddenTitle }],
    hidden: true,
    body: (
      <>
        <PageTitle
          caption={`${placeName(idea.municipalityCode, visit.lang)} · ${words.told(formatDate(visit.lang, idea.createdAt))}`}
        >
          {hiddenTitle}
        </PageTitle>
        {idea.hidden && <Lede>{hidden[idea.hidden.because]}</Lede>}
        <p>{words.costSoFar(costInWords(visit.lang, cost))}</p>
      </>
    ),
  }
}
