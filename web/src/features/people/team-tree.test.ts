import { describe, expect, it } from 'vitest'
import type { Team } from './people-api.ts'
import { inTreeOrder, teamsBelow } from './team-tree.tsx'

const team = (id: string, parentId: string | null): Team => ({
  id,
  parentId,
  name: id,
  gauges: [],
  limits: {},
  version: 1,
})
const teams = [team('east', 'sales'), team('sales', null), team('shanghai', 'east'), team('north', 'sales')]

describe('the team tree', () => {
  it('puts every team under its parent, in the order given', () => {
    expect(inTreeOrder(teams).map(({ team: { id }, depth }) => `${depth} ${id}`)).toEqual([
      '0 sales',
      '1 east',
      '2 shanghai',
      '1 north',
    ])
  })
  it('a team whose parent is out of reach is not lost', () => {
    expect(inTreeOrder([team('east', 'sales')]).map(({ team: { id } }) => id)).toEqual(['east'])
  })
  it('choosing a team shows what stands below it too, and nothing beside it', () => {
    expect([...teamsBelow(teams, 'east')].sort()).toEqual(['east', 'shanghai'])
  })
})
