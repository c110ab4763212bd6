import { placeInWords, themeInWords, titleOf } from '../../experiments/index.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import { Card, CardList, Tag } from '../../ui/index.ts'
import { lessonLine, outcomeInWords, outcomeTag } from '../lesson-in-words.ts'
import { togetherInWords } from '../pooled-in-words.ts'
import type { Taught } from '../read-lessons.ts'

/** What was learned as cards: how it went, the question, one line of lesson, where. */
export function TaughtCards({
  visit,
  taught,
  label,
  headingLevel = 2,
}: {
  visit: Visit
  taught: readonly Taught[]
  label: string
  headingLevel?: 2 | 3
}) {
  const words = texts[visit.lang].lessons
  return (
    <CardList label={label}>
      {taught.map(({ experiment, lesson, together }) => {
        const shows = togetherInWords(visit.lang, together)
        const theme = themeInWords(visit.lang, experiment.theme)
        return (
          <Card
            headingLevel={headingLevel}
            title={titleOf(visit.lang, experiment)}
            href={visit.to('lesson', { id: experiment.id })}
            tag={
              <>
                <Tag kind={outcomeTag(experiment)}>{outcomeInWords(visit.lang, experiment)}</Tag>
                {experiment.origin === 'example' && <Tag kind="plain">{words.example}</Tag>}
              </>
            }
            meta={[
              placeInWords(visit.lang, experiment.municipalityCode),
              theme,
              experiment.yearTo ?? experiment.yearFrom,
            ]
              .filter(Boolean)
              .join(' · ')}
          >
            <p>{lessonLine(visit.lang, experiment, lesson)}</p>
            {shows !== undefined && <p>{shows}</p>}
          </Card>
        )
      })}
    </CardList>
  )
}
