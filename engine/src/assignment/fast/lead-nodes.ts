import type { StillTerms } from '../../matching/index.ts'
import type { ExclusionCode, FieldValue, WorkItem } from '../../model/index.ts'
import type { BitRow } from './bit-rows.ts'

/** What of a total neither load nor turns nor tags move, of leads alike in segment, value and difficulty. */
export interface FixedPart {
  /** Per rep of the roster. */
  readonly worth: Int32Array
  /** The terms it is the sum of, for those who ask why. */
  readonly still: StillTerms
}

/** Leads alike in where they are, their industry and product, under one rule: who may have them, and what they are worth. */
export interface LeadNode {
  /** Wanted by the rule and covering the lead. */
  readonly row: BitRow
  /** By value and difficulty; only of what the node's own values decide. Nodes of one segment share them. */
  readonly parts: (FixedPart | undefined)[]
  /** How many of those on duty each code excludes, away ones first; good while nobody comes or goes. */
  excluded: { readonly duty: number; readonly counts: readonly ExcludedCount[] } | null
}

export interface ExcludedCount {
  readonly code: ExclusionCode
  readonly count: number
}

class Branch {
  none: Branch | undefined
  readonly by = new Map<FieldValue, Branch>()
  node: LeadNode | undefined
}

/** Nodes kept before all are dropped and made anew: some 10 MB. */
const nodesKept = 8_000

/** The nodes of one rule, found by the values as the lead brings them: one look-up each instead of one per row. */
export class LeadNodes {
  #root = new Branch()
  #kept = 0

  /** `make` is asked where the node is not there yet. Lists are keyed by identity and so are never met again. */
  of(item: WorkItem, byPlace: boolean, make: (item: WorkItem) => LeadNode): LeadNode {
    const { region, city, industry, product } = item.facts
    let branch = this.#root
    if (byPlace) branch = next(next(branch, region), city)
    branch = next(next(branch, industry), product)
    if (branch.node !== undefined) return branch.node
    const node = make(item)
    branch.node = node
    this.#kept += 1
    if (this.#kept > nodesKept) this.forget()
    return node
  }

  forget(): void {
    this.#root = new Branch()
    this.#kept = 0
  }
}

function next(branch: Branch, value: FieldValue | undefined): Branch {
  if (value === undefined) {
    branch.none ??= new Branch()
    return branch.none
  }
  const known = branch.by.get(value)
  if (known !== undefined) return known
  const fresh = new Branch()
  if (typeof value !== 'object') branch.by.set(value, fresh)
  return fresh
}
