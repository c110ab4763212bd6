import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHash } from 'node:crypto'
import { createTestSite } from '../test-site.ts'
import { experimentById } from './experiment-store.ts'
import { examplePlan } from './experiments.examples.ts'
import { planSteps } from './plan-steps.ts'

type Site = Awaited<ReturnType<typeof createTestSite>>
let site: Site

beforeAll(async () => {
  site = await createTestSite()
})
afterAll(() => site.close())

/** Starts a plan as the employee and answers the paths of its pages. */
async function startedPlan(question = 'Väheneekö hävikki?') {
  const employee = await site.browser('employee')
  const answer = await employee.fillIn('/fi/kokeilut/uusi', { question })
  const id = /kokeilut\/([0-9a-f-]{36})\//.exec(answer.location ?? '')?.[1] ?? ''
  const base = `/fi/kokeilut/${id}`
  return { employee, id, base, step: (number: number) => `${base}/suunnitelma/${number}` }
}

/** Fills in every page of the form with everything that must be told. */
async function completedPlan(lane: 'own_work' | 'decision' = 'own_work') {
  const started = await startedPlan('Väheneekö hävikki, kun salaatin saa ottaa itse?')
  const { employee, step } = started
  const plan = examplePlan()
  await employee.fillIn(step(1), { question: plan.question ?? '', goal: plan.goal ?? '', theme: 'food' })
  await employee.fillIn(step(2), { doing: plan.doing ?? '' })
  await employee.fillIn(step(3), { startsOn: '16.3.2026', endsOn: '8.5.2026' })
  await employee.fillIn(step(4), {
    measureName: 'Hävikki',
    measureUnit: 'g',
    measureKind: 'number',
    direction: 'down',
    baseline: '62,5',
  })
  await employee.fillIn(step(6), { prediction: 'Hävikki pienenee.' })
  await employee.fillIn(step(9), { legalQuestion: 'no', dataProtection: 'no_personal_data' })
  await employee.fillIn(
    step(10),
    lane === 'own_work'
      ? { lane }
      : { lane, deciderPersonId: '01900000-0000-7000-8000-000000000002', decisionDueOn: '13.3.2026' },
  )
  return started
}

describe('starting a plan', () => {
  it('takes over what an idea tells, and asks only for the question', async () => {
    const employee = await site.browser('employee')
    await employee.fillIn('/fi/ideat/kerro', {
      problem: 'Ruokaa jää lautasille',
      trial: 'Salaattipöytä linjaston alkuun',
      forWhom: 'Yläkoulun ruokailijat',
    })
    const idea = await site.database.selectFrom('ideas').select('id').executeTakeFirstOrThrow()
    const path = `/fi/kokeilut/uusi?idea=${idea.id}`
    expect((await employee.get(path)).text).toContain('Ruokaa jää lautasille')
    const answer = await employee.fillIn(path, { question: 'Väheneekö hävikki?' })
    const id = /kokeilut\/([0-9a-f-]{36})\//.exec(answer.location ?? '')?.[1] ?? ''
    expect(await experimentById(site.database, id)).toMatchObject({
      ideaId: idea.id,
      municipalityCode: '239',
      plan: {
        question: 'Väheneekö hävikki?',
        summary: 'Ruokaa jää lautasille',
        doing: 'Salaattipöytä linjaston alkuun',
        targetGroup: 'Yläkoulun ruokailijat',
      },
    })
  })

  it('is for those who work in some municipality, and needs a question', async () => {
    expect((await (await site.browser('resident')).get('/fi/kokeilut/uusi')).status).toBe(403)
    expect((await (await site.browser()).get('/sv/forsok/nytt')).location).toContain('/sv/logga-in')
    const employee = await site.browser('employee')
    expect((await employee.fillIn('/en/experiments/new', { question: '  ' })).status).toBe(422)
    expect((await employee.get(`/fi/kokeilut/uusi?idea=${site.newId()}`)).status).toBe(404)
  })
})

describe('the plan form', () => {
  it('opens on every page, tells how far one is, and can be left half-filled', async () => {
    const { employee, id, step } = await startedPlan()
    for (const [index, name] of planSteps.entries()) {
      const page = await employee.get(step(index + 1))
      expect(page.status, name).toBe(200)
      expect(page.text).toContain(`${index + 1} / 10, noin`)
    }
    const answer = await employee.fillIn(step(3), { startsOn: '16.3.2026', after: 'later' })
    expect(answer.location).toBe(`/fi/kokeilut/${id}/suunnitelma`)
    expect((await employee.follow(answer)).text).toContain('Kerro, milloin kokeilu viimeistään päättyy.')
    expect((await employee.get(step(3))).text).toContain('value="16.3.2026"')
  })

  it('refuses only what cannot be, and keeps what was typed', async () => {
    const { employee, step } = await startedPlan()
    const backwards = await employee.fillIn(step(3), { startsOn: '8.5.2026', endsOn: '1.5.2026' })
    expect(backwards.status).toBe(422)
    expect(backwards.text).toContain('Päättymispäivän on oltava alkupäivän jälkeen.')
    const unreadable = await employee.fillIn(step(8), { hoursPlanned: 'kymmenen' })
    expect(unreadable.status).toBe(422)
    expect(unreadable.text).toContain('value="kymmenen"')
  })

  it('tells what the dates and the measure can tell before anything is measured', async () => {
    const { employee, step } = await completedPlan()
    const page = await employee.get(step(7))
    expect(page.text).toContain('ette voi tietää, johtuiko muutos kokeilusta')
    expect(page.text).toContain(
      '40 havaintoa, jos mittaatte joka arkipäivä, ja 8, jos mittaatte kerran viikossa',
    )
  })

  it('keeps several measures, without script', async () => {
    const { employee, id, step } = await startedPlan()
    const measures = async () => (await experimentById(site.database, id))?.plan.measures ?? []
    await employee.fillIn(step(4), { measureName: 'Hävikki', measureUnit: 'g', after: 'another' })
    await employee.fillIn(`${step(4)}?measure=new`, {
      measureName: 'Tunnelma',
      measureKind: 'faces',
      baseline: '2,1',
    })
    expect((await measures()).map((one) => [one.name, one.kind])).toEqual([
      ['Hävikki', 'number'],
      ['Tunnelma', 'faces'],
    ])
    const tooHappy = await employee.fillIn(`${step(4)}?measure=new`, { measureKind: 'faces', baseline: '62' })
    expect(tooHappy.status).toBe(422)
    const second = (await measures())[1]?.id ?? ''
    await employee.fillIn(step(4), { main: second })
    expect((await measures())[0]?.name).toBe('Tunnelma')
    await employee.fillIn(step(4), { remove: second })
    expect((await measures()).map((one) => one.name)).toEqual(['Hävikki'])
  })

  it('is not known to exist outside the municipality before the start', async () => {
    const { base, step } = await startedPlan()
    const stranger = await site.browser('ambassador')
    expect((await stranger.get(`${base}/suunnitelma`)).status).toBe(404)
    expect((await stranger.get(step(1))).status).toBe(404)
    expect((await (await site.browser()).get(`${base}/suunnitelma`)).status).toBe(404)
    expect((await (await site.browser('colleague')).get(`${base}/suunnitelma`)).status).toBe(200)
  })
})

describe('two people on the same page of a plan', () => {
  it('shows both texts to the second one, and stores what was chosen', async () => {
    const { employee, id, step } = await startedPlan()
    const colleague = await site.browser('colleague')
    const opened = (await colleague.get(step(1))).text
    const hidden = (name: string) =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec(opened.slice(opened.indexOf('<main')))?.[1] ?? ''
    await employee.fillIn(step(1), { goal: 'Kaisan tavoite' })
    const conflict = await colleague.post(step(1), {
      _key: hidden('_key'),
      question: 'Väheneekö hävikki?',
      goal: 'Mikon tavoite',
    })
    expect(conflict.status).toBe(409)
    expect(conflict.text).toContain('Kaisan')
    expect(conflict.text).toContain('Mikon')
    expect((await experimentById(site.database, id))?.plan.goal).toBe('Kaisan tavoite')

    const shown = conflict.text.slice(conflict.text.indexOf('<main'))
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(shown)?.[1] ?? ''
    const solved = await colleague.post(step(1), {
      _key: field('_key'),
      _version: field('_version'),
      'choice-question': 'mine',
      'mine-question': field('mine-question'),
      'choice-goal': 'combined',
      goal: 'Kaisan ja Mikon tavoite',
      'mine-goal': 'Mikon tavoite',
      'theirs-goal': 'Kaisan tavoite',
    })
    expect(solved.status).toBe(303)
    expect((await experimentById(site.database, id))?.plan).toMatchObject({
      question: 'Väheneekö hävikki?',
      goal: 'Kaisan ja Mikon tavoite',
    })
  })

  it('lets people on different pages work side by side', async () => {
    const { employee, id, step } = await startedPlan()
    const colleague = await site.browser('colleague')
    const opened = (await colleague.get(step(2))).text
    await employee.fillIn(step(1), { goal: 'Vähemmän hävikkiä' })
    const key = /name="_key" value="([^"]*)"/.exec(opened.slice(opened.indexOf('<main')))?.[1] ?? ''
    const saved = await colleague.post(step(2), { _key: key, doing: 'Salaattipöytä alkuun' })
    expect(saved.status).toBe(303)
    expect((await experimentById(site.database, id))?.plan).toMatchObject({
      goal: 'Vähemmän hävikkiä',
      doing: 'Salaattipöytä alkuun',
    })
  })
})

describe('starting', () => {
  it('freezes a plan in the own-work lane, tells the superior, and lets anyone verify the fingerprint', async () => {
    const { base, employee, id } = await completedPlan()
    expect((await experimentById(site.database, id))?.state).toBe('planned')
    const frozen = await employee.fillIn(`${base}/lukitse`, {})
    expect(frozen.location).toBe(base)
    const experiment = await experimentById(site.database, id)
    expect(experiment?.state).toBe('running')
    const mail = await site.database.selectFrom('mails').selectAll().execute()
    expect(mail.map((one) => one.recipient)).toContain('b.leena@esimerkki.invalid')

    const anyone = await site.browser()
    const file = await anyone.get(`${base}/suunnitelma.json`)
    expect(createHash('sha256').update(file.text, 'utf8').digest('hex')).toBe(experiment?.planFingerprint)
    const page = await anyone.get(`${base}/suunnitelma`)
    expect(page.text).toContain(experiment?.planFingerprint?.slice(0, 8))
    expect((await employee.fillIn(`${base}/suunnitelma/1`, { goal: 'Toinen tavoite' })).status).toBe(422)
  })

  it('asks a leader in the decision lane; the plan goes back with reasons, is changed, and gets leave', async () => {
    const { base, employee, id, step } = await completedPlan('decision')
    const leader = await site.browser('leader')
    expect((await employee.fillIn(`${base}/lukitse`, {})).status).toBe(422)
    expect((await employee.fillIn(`${base}/pyyda-lupa`, { words: 'Saammeko aloittaa?' })).status).toBe(303)
    expect((await employee.fillIn(step(1), { goal: 'Muutettu' })).status).toBe(422)
    expect((await employee.get(`${base}/lupa`)).status).toBe(403)
    expect((await leader.fillIn(`${base}/lupa`, { answer: 'sent_back' })).status).toBe(422)
    await leader.fillIn(`${base}/lupa`, { answer: 'sent_back', reasons: 'Mittaa myös lähtötaso.' })
    expect((await employee.get(`${base}/suunnitelma`)).text).toContain('Mittaa myös lähtötaso.')

    await employee.fillIn(step(6), { prediction: 'Hävikki pienenee selvästi.' })
    await employee.fillIn(`${base}/pyyda-lupa`, {})
    await leader.fillIn(`${base}/lupa`, { answer: 'given' })
    expect((await experimentById(site.database, id))?.state).toBe('planned')

    // A change after leave needs leave again.
    await employee.fillIn(step(6), { prediction: 'Hävikki pysyy ennallaan.' })
    expect((await employee.fillIn(`${base}/lukitse`, {})).status).toBe(422)
    await employee.fillIn(`${base}/pyyda-lupa`, {})
    await employee.fillIn(`${base}/pyyda-lupa`, {})
    expect((await experimentById(site.database, id))?.state).toBe('draft')
    await employee.fillIn(`${base}/pyyda-lupa`, {})
    await leader.fillIn(`${base}/lupa`, { answer: 'given' })
    expect((await employee.fillIn(`${base}/lukitse`, {})).location).toBe(base)
  })

  it('does not start an experiment that departs from a rule', async () => {
    const { base, employee, step } = await completedPlan()
    await employee.fillIn(step(9), { legalQuestion: 'yes' })
    const page = await employee.get(`${base}/suunnitelma`)
    expect(page.text).toContain('Tätä ei voi aloittaa kokeiluna')
    expect((await employee.fillIn(`${base}/lukitse`, {})).status).toBe(422)
  })
})

describe('during the trial', () => {
  it('keeps a diary whose words can be taken away, departures that cannot, and the reason of a pause', async () => {
    const { base, employee, id } = await completedPlan()
    await employee.fillIn(`${base}/lukitse`, {})
    site.clock.now = new Date('2026-03-20T08:00:00Z')
    expect((await employee.fillIn(`${base}/paivakirja`, { text: '' })).status).toBe(422)
    expect(
      (await employee.fillIn(`${base}/paivakirja`, { text: 'Jono sujui.', day: '21.3.2026' })).status,
    ).toBe(422)
    await employee.fillIn(`${base}/paivakirja`, { text: 'Jono sujui.', day: '19.3.2026' })
    const diary = await employee.get(`${base}/paivakirja`)
    expect(diary.text).toContain('Jono sujui.')
    const entryId = /name="takeAway" value="([^"]*)"/.exec(diary.text)?.[1] ?? ''
    await employee.fillIn(`${base}/paivakirja`, { takeAway: entryId })
    expect((await employee.get(`${base}/paivakirja`)).text).not.toContain('Jono sujui.')

    await employee.fillIn(`${base}/poikkeama`, {
      day: '18.3.2026',
      what: 'Salaatti loppui kesken',
      why: 'Toimitus myöhästyi',
    })
    const plan = await (await site.browser()).get(`${base}/suunnitelma`)
    expect(plan.text).toContain('Salaatti loppui kesken')
    expect(plan.text).toContain('Syy: Toimitus myöhästyi')

    expect((await employee.fillIn(`${base}/vaihe`, { move: 'pause' })).status).toBe(422)
    await employee.fillIn(`${base}/vaihe`, { move: 'pause', reason: 'Hiihtoloma' })
    expect((await experimentById(site.database, id))?.state).toBe('paused')
    await employee.fillIn(`${base}/vaihe`, { move: 'go_on' })
    await employee.fillIn(`${base}/vaihe`, { move: 'gather_lessons' })
    expect((await experimentById(site.database, id))?.state).toBe('learning')
    expect((await employee.fillIn(`${base}/vaihe`, { move: 'pause', reason: 'x' })).status).toBe(422)
    site.clock.now = new Date('2026-03-10T08:00:00Z')
  })

  it('is led only by those who work in the municipality', async () => {
    const { base, employee } = await completedPlan()
    await employee.fillIn(`${base}/lukitse`, {})
    const stranger = await site.browser('ambassador')
    for (const page of ['lukitse', 'paivakirja', 'poikkeama', 'vaihe', 'suunnitelma/1'])
      expect((await stranger.get(`${base}/${page}`)).status, page).toBe(403)
    expect((await (await site.browser()).get(`${base}/paivakirja`)).location).toContain('/fi/kirjaudu')
  })
})
