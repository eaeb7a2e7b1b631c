import { describe, expect, it } from 'vitest'
import {
  covers,
  mayGiveRole,
  permissionNames,
  permissionsOfRole,
  reachOfRole,
  roleNames,
} from './permissions.ts'
import { roleProfiles } from './role-profiles.ts'

describe('the permission table', () => {
  it('gives the owner everything, everywhere', () => {
    for (const name of permissionNames) expect(reachOfRole('owner', name), name).toBe('tenant')
  })

  it('lets the auditor read everything reading is about, and change nothing', () => {
    const changing = Object.keys(permissionsOfRole('auditor')).filter(
      (name) => !/\.(read|verify|export)$/.test(name),
    )
    expect(changing).toEqual([])
  })

  it('keeps a rep to their own, but for what transparency opens to all', () => {
    const wide = Object.entries(permissionsOfRole('rep')).filter(([, reach]) => reach !== 'own')
    expect(wide.map(([name]) => name)).toEqual([
      'company.read',
      'people.read',
      'calendar.read',
      'attributes.read',
      'policy.read',
      'pools.read',
    ])
  })

  it('knows no right for a role or permission nobody defined', () => {
    expect(reachOfRole('king', 'leads.read')).toBeNull()
    expect(reachOfRole('owner', 'toString')).toBeNull()
  })

  it('lets nobody give more than they have', () => {
    const givable = (role: string) => roleNames.filter((given) => mayGiveRole(role, given))
    expect(givable('owner')).toEqual([...roleNames])
    expect(givable('admin')).toEqual(roleNames.filter((role) => role !== 'owner'))
    expect(givable('team_lead')).not.toContain('director')
    expect(givable('rep')).toEqual(['rep'])
    expect(covers({ 'leads.read': 'team' }, { 'leads.read': 'own' })).toBe(true)
    expect(covers({ 'leads.read': 'team' }, { 'leads.read': 'tenant' })).toBe(false)
    expect(covers({}, { 'leads.read': 'own' })).toBe(false)
  })

  it('has a profile for every role, and everybody the product is for in exactly one', () => {
    expect(roleProfiles.map((profile) => profile.role)).toEqual([...roleNames])
    const everybody = roleProfiles.flatMap((profile) => profile.actors)
    expect(new Set(everybody).size).toBe(everybody.length)
    for (const profile of roleProfiles) expect(profile.actors.length, profile.role).toBeGreaterThan(0)
  })
})
