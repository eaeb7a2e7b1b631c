export { CorruptRecordError } from './byte-reader.ts'
export { type Chance, fullyStoredCandidates } from './candidate-columns.ts'
export { decodeDecision, type StoredDecision } from './decode-decision.ts'
export {
  createDecisionEncoder,
  type DecisionEncoder,
  encodeDecision,
  type StateBefore,
} from './encode-decision.ts'
export { decodeItem, encodeItem } from './item-blob.ts'
