import { createAssigner, inServingOrder, type Snapshot, workItemFromFacts } from '@peineng/engine'
import type { Language } from '../../platform/http/principal.ts'
import { CommandProblem } from '../command.ts'
import { decisionLine, JsonTexts, type LineContext } from './decision-line.ts'
import type { LineOutput } from './ordered-output.ts'
import type { Inputs } from './read-inputs.ts'
import { Tally } from './summary.ts'

/** The leads understood, and the order in which they are served: priority, then age, then id. */
export function understandLeads(inputs: Inputs, now: number) {
  const { policy, leads, repIdOf, reps } = inputs
  const roster = new Set(reps.map(({ rep }) => rep.id))
  const understood = leads.map((lead, place) => {
    const ownerId = lead.owner === '' ? undefined : repIdOf(lead.owner)
    const raw = {
      id: lead.id,
      kind: lead.kind,
      createdAt: lead.createdAt ?? now,
      facts: lead.facts,
      priority: lead.priority,
      // An owner who has left cannot keep the customer.
      ...(ownerId !== undefined && roster.has(ownerId) ? { accountOwnerId: ownerId } : {}),
      ...(lead.excludedReps.length === 0 ? {} : { excludedRepIds: lead.excludedReps.map(repIdOf) }),
    }
    return { place, ...workItemFromFacts(policy, raw) }
  })
  return understood.sort((a, b) => inServingOrder(a.item, b.item))
}

export type UnderstoodLead = ReturnType<typeof understandLeads>[number]

/** True where serving order and input order are the same, so that lines can be written as they come. */
export const isInOrder = (leads: readonly UnderstoodLead[]): boolean =>
  leads.every((lead, index) => lead.place === index)

/** Decides lead after lead, each seeing what the ones before it took, and writes every decision at its place. */
export async function runAssignment(
  inputs: Inputs,
  snapshot: Snapshot,
  leads: readonly UnderstoodLead[],
  output: LineOutput,
  lang: Language,
  signal: AbortSignal,
) {
  const names = new Map(snapshot.roster.reps.map((rep) => [rep.id, rep.name]))
  const context: LineContext = {
    lang,
    texts: new JsonTexts(),
    nameOf: (id) => names.get(id) ?? id,
    timeZone: inputs.policy.policy.timeZone,
  }
  const assigner = createAssigner(snapshot, inputs.policy)
  const tally = new Tally()
  for (const { place, item, assessment } of leads) {
    if (signal.aborted) throw new CommandProblem('Stopped; nothing was written.')
    const decision = assigner.decide(item)
    assigner.apply(decision, item)
    tally.add(decision)
    await output.write(place, decisionLine(decision, assessment, context))
  }
  return { tally, states: assigner.states() }
}
