import { beforeEach, describe, expect, it } from 'vitest'
import type { Session } from '../session/session.ts'
import { forgetKept, heard, isWorthKeeping, keepFor, lastHeardAt, rememberedSession } from './kept.ts'

const session = (id: string) => ({ id, name: id }) as unknown as Session
const NOW = Date.parse('2026-11-23T01:00:00Z')
const DAY = 86_400_000

/** As much of the browser's caches as is used: their names. */
function fakeCaches(): Set<string> {
  const names = new Set<string>()
  Object.assign(globalThis, {
    caches: {
      keys: async () => [...names],
      open: async (name: string) => void names.add(name),
      delete: async (name: string) => names.delete(name),
    },
  })
  return names
}

describe('what is kept for a look without a network', () => {
  let caches: Set<string>
  beforeEach(() => {
    localStorage.clear()
    caches = fakeCaches()
  })

  it('is of one person: another one’s goes when somebody else is here, and all of it when they leave', async () => {
    caches.add('peineng-shell.1')
    await keepFor(session('wang'), NOW)
    await keepFor(session('li'), NOW)
    expect([...caches]).toEqual(['peineng-shell.1', 'peineng-kept.li'])
    expect(rememberedSession(NOW)?.id).toBe('li')
    await forgetKept()
    expect([...caches]).toEqual(['peineng-shell.1'])
    expect(rememberedSession(NOW)).toBeNull()
  })

  it('is shown for three days after the server was last heard', async () => {
    await keepFor(session('wang'), NOW)
    heard(NOW + DAY)
    expect(lastHeardAt(NOW + 2 * DAY)).toBe(NOW + DAY)
    expect(rememberedSession(NOW + 4 * DAY - 1)?.id).toBe('wang')
    expect(rememberedSession(NOW + 4 * DAY)).toBeNull()
  })

  it('is never about signing in, keys, members or what is written', () => {
    expect(isWorthKeeping('GET', '/api/v1/leads')).toBe(true)
    expect(isWorthKeeping('GET', '/api/v1/leads/1/clocks')).toBe(true)
    expect(isWorthKeeping('GET', '/api/v1/handovers')).toBe(true)
    for (const path of [
      '/api/v1/session',
      '/api/v1/api-keys',
      '/api/v1/members',
      '/api/v1/leadsx',
      '/api/v1/events',
    ])
      expect(isWorthKeeping('GET', path), path).toBe(false)
    expect(isWorthKeeping('POST', '/api/v1/leads')).toBe(false)
  })
})
