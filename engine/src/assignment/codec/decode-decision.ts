import type {
  Decision,
  FullCap,
  LedgerEntry,
  PeriodBorders,
  RepState,
  Roster,
  TimePrices,
} from '../../model/index.ts'
import type { PlannedPlace } from '../joint/planned-place.ts'
import { ByteReader, CorruptRecordError } from './byte-reader.ts'
import { type Chance, knownOf, readCandidates } from './candidate-columns.ts'
import { readCaps } from './caps-part.ts'
import { beside, decisionModes, itemStates, recordFormat } from './encode-decision.ts'
import { memberAt, readName, readOptional, readProposals, readReason, readRelease } from './parts.ts'
import { readPlan } from './plan-part.ts'
import { readPrices } from './prices-part.ts'
import { readStates } from './state-columns.ts'

/** A decision as it comes back from storage, with the state it saw. */
export interface StoredDecision {
  /** Without candidates (`complete` false) where they were too many to store: `recompute` fills them in. */
  readonly decision: Decision
  readonly complete: boolean
  /** Everybody who could have been drawn. */
  readonly chances: readonly Chance[]
  readonly states: readonly RepState[]
  readonly ledger: readonly LedgerEntry[]
  readonly periodBorders?: PeriodBorders
  /** What the joint plan said that put the item there. */
  readonly plan?: PlannedPlace
  /** Caps that were full then. */
  readonly fullCaps?: readonly FullCap[]
  /** What time cost when it was decided. */
  readonly timePrices?: TimePrices
}

/**
 * Reads what `encodeDecision` wrote, exactly. The roster must be the one the decision names.
 * Throws `CorruptRecordError` where bytes or roster do not fit.
 */
export function decodeDecision(bytes: Uint8Array, roster: Roster): StoredDecision {
  const input = new ByteReader(bytes)
  const format = input.byte()
  if (format !== recordFormat) throw new CorruptRecordError(`Unknown record format ${format}`)
  const repIds = roster.reps.map((rep) => rep.id)
  if (input.unsigned() !== repIds.length) throw new CorruptRecordError('The record belongs to another roster')
  const decidedAt = input.unsigned()
  const head = {
    itemId: input.text(),
    mode: memberAt(decisionModes, input.byte()),
    state: memberAt(itemStates, input.byte()),
    repId: input.byte() === 0 ? null : readName(input, repIds),
    poolId: readOptional(input),
    reason: readReason(input, repIds),
    release: readRelease(input, decidedAt),
    ruleId: readOptional(input),
    relaxed: input.unsigned(),
    slaClass: readOptional(input),
    queue: input.text(),
    turnThousandths: input.signed(),
    segment: input.text(),
    pointsHundredths: input.signed(),
  }
  const proposals = readProposals(input, repIds)
  const tail = {
    decidedAt,
    seed: input.signed(),
    draw: input.unsigned(),
    engineVersion: input.text(),
    policyHash: input.text(),
    rosterVersion: input.text(),
    modelVersion: input.text(),
    stateHash: input.text(),
  }
  const parts = input.byte()
  const borders = (parts & beside.borders) === 0 ? null : [input.signed(), input.signed(), input.signed()]
  const plan = (parts & beside.plan) === 0 ? undefined : readPlan(input, repIds, head.repId ?? '')
  const timePrices = (parts & beside.prices) === 0 ? undefined : readPrices(input)
  const fullCaps = (parts & beside.caps) === 0 ? [] : readCaps(input, repIds, decidedAt)
  const { states, ledger } = readStates(input, repIds, head.queue, decidedAt)
  const { candidates, chances } = readCandidates(input, repIds, knownOf(states, ledger))
  if (!input.finished) throw new CorruptRecordError('The record goes on after its end')
  return {
    decision: { ...head, candidates: candidates ?? [], proposals, ...tail },
    complete: candidates !== null,
    chances,
    states,
    ledger,
    ...(fullCaps.length === 0 ? {} : { fullCaps }),
    ...(plan === undefined ? {} : { plan }),
    ...(timePrices === undefined ? {} : { timePrices }),
    ...(borders === null
      ? {}
      : {
          periodBorders: {
            dayEndsAt: decidedAt + (borders[0] ?? 0),
            weekEndsAt: decidedAt + (borders[1] ?? 0),
            monthEndsAt: decidedAt + (borders[2] ?? 0),
          },
        }),
  }
}
