import type { TenantReader } from '../../platform/database/index.ts'
import type { Policies } from '../../policies/index.ts'
import { type DecisionRow, newestDecisions } from '../state/decision-store.ts'
import { createDecisionReader } from './read-decision.ts'
import { type ChainReport, contentOf, verifyChain, verifyReplay } from './verify-decision.ts'

export interface TenantReport {
  readonly chain: ChainReport
  readonly checked: number
  readonly identical: number
  readonly byHand: number
  readonly inputErased: number
  readonly engineChanged: number
  readonly different: readonly { readonly decisionId: string; readonly what: string }[]
}

const PAGE = 500

/** Walks the chain and replays the newest decisions of a company. Memory stays flat: a page at a time. */
export async function verifyTenant(
  db: TenantReader,
  policies: Policies,
  last: number,
): Promise<TenantReport> {
  const read = createDecisionReader(db, policies)
  const counts = { checked: 0, identical: 0, byHand: 0, inputErased: 0, engineChanged: 0 }
  const different: { decisionId: string; what: string }[] = []
  let before: DecisionRow | null = null
  while (counts.checked < last) {
    const page: DecisionRow[] = await newestDecisions(db, before, Math.min(PAGE, last - counts.checked))
    for (const row of page) {
      counts.checked++
      if (contentOf(row) === 'altered') {
        different.push({ decisionId: row.id, what: 'its content is not what was hashed' })
        continue
      }
      const found = verifyReplay(await read(row))
      if (found.identical) counts.identical++
      else if ('inputErased' in found) counts.inputErased++
      else if ('notReplayable' in found) counts.byHand++
      else if ('engineChanged' in found) counts.engineChanged++
      else {
        const { path, stored, replayed } = found.firstDifference
        different.push({
          decisionId: row.id,
          what: `${path}: stored ${JSON.stringify(stored)}, replayed ${JSON.stringify(replayed)}`,
        })
      }
    }
    before = page.at(-1) ?? null
    if (page.length < PAGE) break
  }
  return { chain: await verifyChain(db), ...counts, different }
}
