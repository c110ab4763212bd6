import { tellIdea } from './ideas/index.ts'
import { appealAgainstHiding } from './moderation/appeal.ts'
import { appealAgainst, hidingById, openHidingOf } from './moderation/hiding-store.ts'
import { reviewable } from './moderation/reviewable.ts'
import { hideText } from './moderation/review-text.ts'
import { examplePeopleOfTrial as people } from './people/index.ts'
import { asSystem } from './platform/database/acting.ts'
import type { addresses } from './site.ts'
import type { OpenForm } from './test-forms-experiments.ts'
import type { createTestSite } from './test-site.ts'

type Site = Awaited<ReturnType<typeof createTestSite>>

const acting = (site: Site, who: 'employee' | 'administrator') => ({
  person: people[who],
  now: site.clock.now,
  requestId: 'test',
  lang: 'fi' as const,
  newId: site.newId,
})

async function idea(site: Site): Promise<{ kind: 'idea'; id: string }> {
  const told = await asSystem(site.database, (transaction) =>
    tellIdea(transaction, {
      ...acting(site, 'employee'),
      municipalityCode: '239',
      problem: 'Ruokaa jää yli.',
      trial: 'Myydään ylijäämälounas.',
      forWhom: 'Lähellä asuville.',
    }),
  )
  return { kind: 'idea', id: told.id }
}

/** An idea that an administrator has hidden, and its hiding. */
async function hidden(site: Site) {
  const named = await idea(site)
  const hiding = await asSystem(site.database, async (transaction) => {
    const text = await reviewable.idea.find(transaction, named.id)
    if (!text) throw new Error('an idea is gone')
    await hideText(transaction, {
      ...acting(site, 'administrator'),
      ...named,
      text,
      because: 'insult',
      explanation: 'Nimeää naapurin.',
      addressOf: (_, hidingId) => `http://uskalla.test/fi/piilotetut/${hidingId}`,
    })
    return openHidingOf(transaction, named.kind, named.id)
  })
  if (!hiding) throw new Error('nothing was hidden')
  return { named, hidingId: hiding.id }
}

async function appealed(site: Site): Promise<OpenForm> {
  const { hidingId } = await hidden(site)
  const appeal = await asSystem(site.database, async (transaction) => {
    const hiding = await hidingById(transaction, hidingId)
    if (!hiding) throw new Error('a hiding is gone')
    await appealAgainstHiding(transaction, {
      ...acting(site, 'employee'),
      hiding,
      words: 'Naapuri on kuvitteellinen.',
    })
    return appealAgainst(transaction, hidingId)
  })
  return { who: 'office', parameters: { appealId: appeal?.id ?? '' } }
}

/** For each form of moderation, ways to a text whose form is open to somebody. */
export const moderationForms: Partial<Record<keyof typeof addresses, ((site: Site) => Promise<OpenForm>)[]>> =
  {
    'report-text': [async (site) => ({ who: undefined, parameters: await idea(site) })],
    'review-text': [
      async (site) => ({ who: 'administrator', parameters: await idea(site) }),
      async (site) => ({ who: 'office', parameters: (await hidden(site)).named }),
    ],
    'appeal-hiding': [
      async (site) => ({ who: 'employee', parameters: { hidingId: (await hidden(site)).hidingId } }),
    ],
    'answer-appeal': [appealed],
  }
