import { describe, expect, it } from 'vitest'
import { networkProblem, Problem } from '../../api/problem.ts'
import { createLogQueue, type QueuedLog } from './log-queue.ts'

const entry = (ref: string): QueuedLog => ({
  ref,
  kind: 'lead',
  id: 'lead-1',
  subject: '远景医疗',
  body: { kind: 'call', ref },
})

/** A browser's storage that outlives the page, and a network that can be cut. */
function world() {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  const sent: string[] = []
  const net = { up: true, refuse: new Set<string>() }
  const open = (person = 'wang') =>
    createLogQueue({
      storage,
      person,
      send: async ({ ref }) => {
        if (!net.up) throw networkProblem(new Error('offline'))
        if (net.refuse.has(ref))
          throw new Problem({ status: 409, code: 'LEAD_CLOSED', errors: [], extra: {} })
        sent.push(ref)
      },
    })
  return { open, sent, net, kept }
}

describe('what is logged without a network', () => {
  it('waits, survives the page, and goes out in the order it was written', async () => {
    const { open, sent, net, kept } = world()
    net.up = false
    const first = open()
    expect(await first.add(entry('a'))).toEqual({ fate: 'waiting' })
    expect(await first.add(entry('b'))).toEqual({ fate: 'waiting' })
    const reopened = open()
    expect(reopened.entries().map((one) => one.ref)).toEqual(['a', 'b'])
    net.up = true
    expect(await reopened.add(entry('c'))).toEqual({ fate: 'sent' })
    expect(sent).toEqual(['a', 'b', 'c'])
    expect(kept.size).toBe(0)
  })

  it('is sent by nobody but the person who wrote it', async () => {
    const { open, sent, net } = world()
    net.up = false
    await open('wang').add(entry('a'))
    net.up = true
    await open('li').flush()
    expect(sent).toEqual([])
    await open('wang').flush()
    expect(sent).toEqual(['a'])
  })

  it('does not hold up what follows where the server will never take it', async () => {
    const { open, sent, net } = world()
    net.up = false
    const queue = open()
    await queue.add(entry('closed'))
    await queue.add(entry('open'))
    net.up = true
    net.refuse.add('closed')
    await queue.flush()
    expect(sent).toEqual(['open'])
    expect(queue.entries()).toMatchObject([{ ref: 'closed', refused: 'LEAD_CLOSED' }])
    queue.discard('closed')
    expect(queue.entries()).toEqual([])
  })

  it('is told in the form where it is refused at once', async () => {
    const { open, net } = world()
    net.refuse.add('a')
    const queue = open()
    expect(await queue.add(entry('a'))).toMatchObject({
      fate: 'refused',
      problem: { facts: { code: 'LEAD_CLOSED' } },
    })
    expect(queue.entries()).toEqual([])
  })

  it('sends each once although two rounds are asked for at once', async () => {
    const { open, sent, net } = world()
    net.up = false
    const queue = open()
    for (const ref of ['a', 'b', 'c']) await queue.add(entry(ref))
    net.up = true
    await Promise.all([queue.flush(), queue.flush(), queue.flush()])
    expect(sent).toEqual(['a', 'b', 'c'])
  })
})
