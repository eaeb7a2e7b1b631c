import { describe, expect, it } from 'vitest'
import { CommitUncertain } from '../../platform/database/index.ts'
import { createGroupCommit } from './group-commit.ts'

describe('group commit', () => {
  it('lets one bad entry fail alone', async () => {
    const door = createGroupCommit<number, number>(async (batch) => {
      if (batch.includes(2)) throw new Error('two is bad')
      return batch.map((one) => one * 10)
    })
    const results = await Promise.allSettled([1, 2, 3].map((one) => door.submit(one)))
    expect(results.map((one) => (one.status === 'fulfilled' ? one.value : 'refused'))).toEqual([
      10,
      'refused',
      30,
    ])
  })

  it('never runs again what may have been committed', async () => {
    let runs = 0
    const door = createGroupCommit<number, number>(async () => {
      runs++
      throw new CommitUncertain(new Error('gone'))
    })
    const results = await Promise.allSettled([1, 2].map((one) => door.submit(one)))
    expect(results.every((one) => one.status === 'rejected')).toBe(true)
    expect(runs).toBe(1)
  })
})
