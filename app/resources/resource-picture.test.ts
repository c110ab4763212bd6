import { describe, expect, test } from 'vitest'
import { examplePlan } from '../experiments/experiments.examples.ts'
import { resourceInWords } from './resource-in-words.ts'
import { resourcePicture } from './resource-picture.ts'

describe('the six resources', () => {
  const plan = examplePlan()
  test('what was not told is unknown, not none', () => {
    const picture = resourcePicture(plan, {
      effort: undefined,
      pondering: undefined,
      municipalitiesRepeating: 0,
    })
    expect(picture.map(({ kind }) => kind)).toEqual([
      'time',
      'will',
      'trust',
      'relations',
      'partnership',
      'money',
    ])
    expect(picture.find(({ kind }) => kind === 'trust')).toMatchObject({ level: undefined, words: null })
  })

  test('hours of pondering and of the trial stand beside the plan’s own', () => {
    const [time, , , , partnership, money] = resourcePicture(plan, {
      effort: { hours: 4.5, euros: 40 },
      pondering: { hours: 3.5, people: 4, euros: 2 },
      municipalitiesRepeating: 2,
    })
    if (!time || !partnership || !money) throw new Error('a resource is missing')
    expect(resourceInWords('fi', time)).toBe(
      'tuumailtu 3 h 30 min · kokeilussa tehty 4 h 30 min · suunniteltu 12 h',
    )
    expect(resourceInWords('sv', partnership)).toBe('upprepat i 2 andra kommuner')
    expect(resourceInWords('fi', money).replaceAll('\u00a0', ' ')).toBe('käytetty 42 € · suunniteltu 0 €')
  })
})
