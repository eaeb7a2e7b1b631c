import { type ItemContext, normalizeName } from '../matching/index.ts'
import type { Proposal } from '../model/index.ts'
import type { Judged } from './candidates.ts'
import type { WorkingState } from './working-state.ts'

const squadSize = 3

/**
 * A key-industry item without an admissible specialist: proposes a temporary squad (D12). The chosen rep leads it,
 * else the best admissible one; the next best join. Where nobody is admissible there is nobody to propose.
 */
export function squadProposals(
  working: WorkingState,
  ctx: ItemContext,
  judged: Judged,
  chosen: number | null,
): readonly Proposal[] {
  const key = working.policy.policy.keyIndustries.map(normalizeName)
  const wanted = ctx.industries.filter((industry) => key.includes(industry))
  if (wanted.length === 0) return []
  const admissible = [...judged.contenders]
  const isSpecialist = (index: number) =>
    wanted.some((industry) => working.views[index]?.industries.has(industry) === true)
  if (admissible.some((one) => isSpecialist(one.index))) return []
  // Best total first; equal totals in roster order.
  admissible.sort((a, b) => b.total - a.total || a.index - b.index)
  const ranked = admissible.map((one) => one.index)
  const lead = chosen ?? ranked[0]
  if (lead === undefined) return []
  const members = ranked.filter((index) => index !== lead).slice(0, squadSize - 1)
  const idOf = (index: number) => working.repIds[index] ?? ''
  return [{ code: 'EXPERT_SQUAD', leadRepId: idOf(lead), memberRepIds: members.map(idOf) }]
}
