import type { z } from '@hono/zod-openapi'
import { taughtOnPage } from '../lessons/index.ts'
import { asListed, publicOnes, summaryAnswer } from './experiment-answer.ts'
import { cardOf } from './lesson-card.ts'
import type { lessonList } from './lesson-shape.ts'
import { type Page, pageOf } from './page-of-list.ts'
import type { Reader } from './reader.ts'

type Filter = Omit<Parameters<typeof taughtOnPage>[1], 'page' | 'perPage'>

/** A page of what has been learned, newest first: lesson cards, and published experiments with a known outcome. */
export async function lessonsAnswer(
  reader: Reader,
  filter: Filter,
  asked: Page,
): Promise<z.input<typeof lessonList>> {
  const { taught, total } = await taughtOnPage(reader.database, { ...filter, ...asked })
  // A page past the end has no row to carry the count.
  const all =
    total > 0 || asked.page === 1
      ? total
      : (await taughtOnPage(reader.database, { ...filter, perPage: 1 })).total
  const parents = await publicOnes(
    reader,
    taught.map(({ experiment }) => experiment.parentId),
  )
  const results = taught.map(({ experiment, lesson }) => {
    const { published } = experiment
    return {
      url: reader.page('lesson', { id: experiment.id }),
      experiment: summaryAnswer(reader, asListed(experiment), parents),
      card: lesson ? cardOf(lesson) : null,
      told_by_sources: published && {
        result: published.result?.statement ?? null,
        stop_reason: published.stopReason?.kind ?? null,
        notes: published.notes,
        sources: published.sources,
      },
    }
  })
  return pageOf(results, all, asked)
}
