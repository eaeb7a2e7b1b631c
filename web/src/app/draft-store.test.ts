import { beforeEach, describe, expect, it } from 'vitest'
import { changesOf, keepDraft, readDraft } from './draft-store.ts'
import { forgetAllDrafts, forgetDraftsBut } from './forget-drafts.ts'

const NOW = Date.parse('2026-11-27T10:00:00Z')
const DAY = 86_400_000

describe('what was typed and not saved', () => {
  beforeEach(() => sessionStorage.clear())

  it('is kept per person and form, and gone when there is nothing left of it', () => {
    keepDraft('wang', 'lead.new', { company: '华康' }, NOW)
    expect(readDraft('wang', 'lead.new', NOW)?.changes).toEqual({ company: '华康' })
    expect(readDraft('li', 'lead.new', NOW)).toBeNull()
    expect(readDraft('wang', 'lead.7', NOW)).toBeNull()
    keepDraft('wang', 'lead.new', {}, NOW)
    expect(sessionStorage.length).toBe(0)
  })

  it('waits for whoever comes back, and goes when somebody else is here', () => {
    keepDraft('wang', 'lead.new', { company: '华康' }, NOW)
    forgetDraftsBut('wang')
    expect(readDraft('wang', 'lead.new', NOW)).not.toBeNull()
    // Whose id begins like another's is somebody else too.
    forgetDraftsBut('wan')
    expect(sessionStorage.length).toBe(0)
  })

  it('is not shown after three days, and gone with signing out; what is no draft of ours stays', () => {
    sessionStorage.setItem('other', 'x')
    keepDraft('wang', 'lead.new', { company: '华康' }, NOW)
    expect(readDraft('wang', 'lead.new', NOW + 3 * DAY)).toBeNull()
    forgetAllDrafts()
    expect(Object.keys(sessionStorage)).toEqual(['other'])
  })

  it('is laid over the record as it is now: what somebody else changed shows, what was typed stays', () => {
    const now = { stage: 'demo', note: 'theirs', tags: ['a'] }
    expect(changesOf({ note: 'mine', tags: ['a'] }, now)).toEqual({ note: 'mine' })
  })
})
