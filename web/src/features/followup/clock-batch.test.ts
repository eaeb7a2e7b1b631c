import { describe, expect, it, vi } from 'vitest'
import { batchedClocks } from './clock-batch.ts'
import type { ItemClocks } from './followup-api.ts'

const clocksOf = (itemId: string): ItemClocks => ({
  itemId,
  slaClass: 'A',
  ownerId: 'rep',
  ownedSince: '2026-11-22T00:00:00Z',
  timeZone: 'Asia/Shanghai',
  clocks: [],
})

describe('clocks of many rows', () => {
  it('asked for within a blink go out as one request, each record once', async () => {
    const read = vi.fn(async (ids: readonly string[]) => ids.filter((id) => id !== 'nobodys').map(clocksOf))
    const clock = batchedClocks(read)
    const answers = await Promise.all(['a', 'b', 'a', 'nobodys'].map(clock))
    expect(read.mock.calls).toEqual([[['a', 'b', 'nobodys']]])
    expect(answers.map((answer) => answer?.itemId ?? null)).toEqual(['a', 'b', 'a', null])
  })

  it('are never more in one request than the server takes', async () => {
    const read = vi.fn(async (ids: readonly string[]) => ids.map(clocksOf))
    const clock = batchedClocks(read)
    await Promise.all(Array.from({ length: 250 }, (_, index) => clock(`lead ${index}`)))
    expect(read.mock.calls.map(([ids]) => ids.length)).toEqual([100, 100, 50])
  })

  it('that could not be read fail for whoever asked, and are asked for again the next time', async () => {
    const read = vi
      .fn<(ids: readonly string[]) => Promise<ItemClocks[]>>()
      .mockRejectedValueOnce(new Error('away'))
      .mockResolvedValueOnce([clocksOf('a')])
    const clock = batchedClocks(read)
    await expect(clock('a')).rejects.toThrow('away')
    expect((await clock('a'))?.itemId).toBe('a')
  })
})
