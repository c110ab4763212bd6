import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestSite } from '../test-site.ts'
import { asSystem } from '../platform/database/acting.ts'
import { pathTo } from '../platform/web/address.ts'
import type { Visit } from '../platform/web/visit.ts'
import type { Lang } from '../platform/language.ts'
import { examplePeopleOfTrial } from '../people/index.ts'
import type { Experiment, ExperimentState } from './experiment.ts'
import { experimentById } from './experiment-store.ts'
import { examplePlan, saveExampleExperiment } from './experiments.examples.ts'
import { idOfRealExperiment, loadRealExperiments } from './load-real-experiments.ts'
import { nextStepOf } from './next-step.ts'
import { experimentsWaitingFor } from './open-experiments-store.ts'
import { DiarySection } from './pages/diary-section.tsx'
import { ExperimentHead } from './pages/experiment-head.tsx'
import { InShort } from './pages/in-short.tsx'
import { NextStep } from './pages/next-step.tsx'
import { PlanSection } from './pages/plan-section.tsx'
import { PublishedSection } from './pages/published-section.tsx'

let site: Awaited<ReturnType<typeof createTestSite>>
const { employee, leader, ambassador } = examplePeopleOfTrial

beforeAll(async () => {
  site = await createTestSite()
  await asSystem(site.database, (database) => loadRealExperiments(database, site.clock.now))
})
afterAll(() => site.close())

function visitOf(lang: Lang, person?: Visit['person']): Visit {
  return {
    lang,
    person,
    now: site.clock.now,
    requestId: 'r',
    network: 'unknown',
    browser: '',
    userAgent: '',
    search: '',
    note: () => {},
    database: site.database,
    parameters: {},
    query: {},
    to: (name, parameters, query) => pathTo(lang, name, parameters, query),
    absolute: (path) => `http://uskalla.test${path}`,
    newId: site.newId,
    demo: true,
  }
}

async function saved(
  state: ExperimentState,
  change: Partial<Parameters<typeof saveExampleExperiment>[1]> = {},
) {
  const id = await asSystem(site.database, (database) =>
    saveExampleExperiment(database, {
      id: site.newId(),
      newId: site.newId,
      at: site.clock.now,
      state,
      responsiblePersonId: employee.id,
      ...change,
    }),
  )
  return known(id)
}

async function known(id: string): Promise<Experiment> {
  const experiment = await experimentById(site.database, id)
  if (!experiment) throw new Error('no such experiment')
  return experiment
}

describe('the sections of an experiment', () => {
  it('head: the question, that it is made up, and where it is on the line of five steps', async () => {
    const experiment = await saved('running')
    const html = String(<ExperimentHead visit={visitOf('fi')} experiment={experiment} />)
    expect(html).toContain(experiment.title)
    expect(html).toContain('Keksitty esimerkki')
    expect(html).toMatch(/aria-current="step"[^]*?Kokeilu/)
  })

  it('plan: eight groups of the fingerprint and the command that checks it', async () => {
    const experiment = await saved('running')
    const departure = {
      id: site.newId(),
      day: '2026-03-09',
      what: '<b>Toisin</b>',
      why: 'Syy',
      personId: employee.id,
      at: site.clock.now,
      hidden: null,
    }
    const html = String(
      <PlanSection visit={visitOf('en')} experiment={experiment} departures={[departure]} />,
    )
    expect(html).toContain(experiment.planFingerprint?.match(/.{8}/g)?.join(' '))
    expect(html).toContain(`http://uskalla.test/en/experiments/${experiment.id}/plan.json | sha256sum`)
    expect(html).toContain('&lt;b&gt;Toisin&lt;/b&gt;')
  })

  it('diary: five entries at once, writers named only to those who may see it, emptied entries without words', () => {
    const entry = (day: number) => ({
      id: site.newId(),
      day: `2026-03-0${day}`,
      text: `Merkintä ${day}`,
      personId: employee.id,
      at: site.clock.now,
      removedAt: null,
      hidden: null,
    })
    const entries = [7, 6, 5, 4, 3, 2].map(entry)
    const html = String(<DiarySection visit={visitOf('fi')} entries={entries} />)
    expect(html).toContain('Näytä yksi vanhempi merkintä')
    expect(html).not.toContain(employee.name)
    expect(
      String(
        <DiarySection
          visit={visitOf('fi')}
          entries={entries}
          names={new Map([[employee.id, employee.name]])}
        />,
      ),
    ).toContain(employee.name)
    const gone = { ...entry(1), text: '', removedAt: site.clock.now }
    expect(String(<DiarySection visit={visitOf('fi')} entries={[gone]} />)).toContain(
      'Merkintä on poistettu.',
    )
  })

  it('published: every figure with its source, and unknown said in words', async () => {
    const unknown = await known(idOfRealExperiment('EX10'))
    expect(String(<PublishedSection visit={visitOf('fi')} experiment={unknown} />)).toContain('ei tiedossa')
    const experiment = await known(idOfRealExperiment('EX07'))
    const html = String(<PublishedSection visit={visitOf('fi')} experiment={experiment} />)
    expect(html).toContain('14 241,23')
    for (const source of experiment.published?.sources ?? [])
      expect(html).toContain(source.replaceAll('&', '&amp;'))
    expect(html.match(/<tr>/g)).toHaveLength((experiment.published?.figures.length ?? 0) + 1)
    const stopped = await known(idOfRealExperiment('EX14'))
    expect(String(<PublishedSection visit={visitOf('sv')} experiment={stopped} />)).toContain(
      'fungerade men saknade ägare',
    )
  })

  it('in short: of a published experiment only the years that are known', async () => {
    const html = String(
      <InShort visit={visitOf('en')} experiment={await known(idOfRealExperiment('EX09'))} />,
    )
    expect(html).toContain('unknown')
    expect(String(<InShort visit={visitOf('fi')} experiment={await saved('draft')} />)).toContain(
      '16.3.2026–8.5.2026',
    )
  })
})

describe('the next step', () => {
  const stepOf = async (state: ExperimentState, person: Visit['person'] = employee) =>
    nextStepOf(visitOf('fi', person), await saved(state), site.clock.now)?.what

  it('is one thing for those who work on the experiment, and nothing for others', async () => {
    expect(await stepOf('running')).toBe('running')
    expect(await stepOf('running', ambassador)).toBeUndefined()
    expect(nextStepOf(visitOf('fi'), await saved('running'), site.clock.now)).toBeUndefined()
    expect(await stepOf('ended')).toBeUndefined()
  })

  it('asks the leader for leave and the employee for patience', async () => {
    expect(await stepOf('awaiting_decision')).toBe('awaiting')
    expect(await stepOf('awaiting_decision', leader)).toBe('awaitingLeader')
  })

  it('reminds when the stop date has passed', async () => {
    const experiment = await saved('running')
    const later = new Date('2026-05-09T08:00:00Z')
    expect(nextStepOf(visitOf('fi', employee), experiment, later)?.what).toBe('overdue')
  })

  it('leads back to the plan when its first day passed before anybody froze it', async () => {
    const experiment = await saved('planned')
    const later = new Date('2026-03-17T08:00:00Z')
    expect(nextStepOf(visitOf('fi', employee), experiment, site.clock.now)?.page).toBe('freeze-plan')
    expect(nextStepOf(visitOf('fi', employee), experiment, later)?.page).toBe('plan')
  })

  it('is a button that leads to its page', async () => {
    const experiment = await saved('planned')
    const html = String(<NextStep visit={visitOf('fi', employee)} experiment={experiment} />)
    expect(html).toContain(`href="/fi/kokeilut/${experiment.id}/lukitse"`)
  })
})

describe('what waits for a person', () => {
  it('is what they are responsible for and what waits for their leave, longest unchanged first', async () => {
    const own = await saved('paused', { responsiblePersonId: ambassador.id, municipalityCode: '071' })
    const waiting = await saved('awaiting_decision', {
      municipalityCode: '071',
      at: new Date('2026-03-01T08:00:00Z'),
      plan: examplePlan({ lane: 'decision' }),
    })
    await saved('ended', { responsiblePersonId: ambassador.id, municipalityCode: '071' })
    const found = async (municipalitiesLed: string[]) =>
      (await experimentsWaitingFor(site.database, { personId: ambassador.id, municipalitiesLed })).map(
        (one) => one.id,
      )
    expect(await found([])).toEqual([own.id])
    expect(await found(['071'])).toEqual([waiting.id, own.id])
  })
})
