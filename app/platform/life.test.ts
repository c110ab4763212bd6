import { describe, expect, test } from 'vitest'
import { newLife } from './life.ts'

describe('the end of a life', () => {
  test('comes step by step, the last begun ending first', async () => {
    const life = newLife()
    const ended: string[] = []
    life.onStop(() => void ended.push('database'))
    life.onStop(async () => {
      await Promise.resolve()
      ended.push('requests')
    })
    await Promise.all([life.stop(), life.stop()])
    expect(ended).toEqual(['requests', 'database'])
  })

  test('a step that fails keeps none of the others from ending, and is told', async () => {
    const life = newLife()
    const ended: string[] = []
    life.onStop(() => void ended.push('database'))
    life.onStop(() => Promise.reject(new Error('the worker fell')))
    await expect(life.stop()).rejects.toThrow('the worker fell')
    expect(ended).toEqual(['database'])
  })

  test('what takes too long is ended at once, with everything that waited behind it', async () => {
    const life = newLife(20)
    const ended: string[] = []
    life.onStop(
      () => void ended.push('database in good order'),
      () => void ended.push('database at once'),
    )
    life.onStop(
      () => new Promise(() => {}),
      () => void ended.push('requests at once'),
    )
    await expect(life.stop()).rejects.toThrow(/ended at once/)
    expect(ended).toEqual(['requests at once', 'database at once'])
  })
})
