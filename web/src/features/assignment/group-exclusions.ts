import type { Candidate } from './decision-api.ts'

export type ExclusionGroup = { code: string; text: string; people: readonly Candidate[] }

/** Who was out, by reason: the reason that kept most people out first, equals by their code. */
export function groupExclusions(candidates: readonly Candidate[]): ExclusionGroup[] {
  const groups = new Map<string, { code: string; text: string; people: Candidate[] }>()
  for (const candidate of candidates) {
    const code = candidate.excludedBy
    if (code === undefined) continue
    const group = groups.get(code) ?? { code, text: candidate.excludedText ?? code, people: [] }
    group.people.push(candidate)
    groups.set(code, group)
  }
  return [...groups.values()].sort((a, b) => b.people.length - a.people.length || (a.code < b.code ? -1 : 1))
}
