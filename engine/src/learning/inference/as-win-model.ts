import type { WinModel } from '../../model/index.ts'
import type { ModelDocument } from '../document.ts'
import type { Roles } from '../train.ts'
import { pairScorer } from './pair-scorer.ts'

/**
 * A trained model as the engine's decisions want it: probability of a rep in a segment, integer millionths. A model that
 * was not better than the base rate answers the base rate for everybody, so nobody gains from noise.
 */
export function asWinModel(model: ModelDocument, roles: Roles, repIds: readonly string[]): WinModel {
  const scorer = pairScorer(model, roles, repIds)
  const place = new Map(repIds.map((id, at) => [id, at]))
  const bySegment = new Map<string, Int32Array>()
  const unknownRep = pairScorer(model, roles, ['\u0000nobody'])
  const single = new Int32Array(1)
  return {
    version: model.version,
    probabilityMillionths(repId, segment) {
      if (!model.verdict.used) return model.baseRateMillionths
      const at = place.get(repId)
      if (at === undefined) {
        unknownRep.scorePairs(unknownRep.prepareSegment(segment), single)
        return single[0]!
      }
      let row = bySegment.get(segment)
      if (!row) {
        row = new Int32Array(repIds.length)
        scorer.scorePairs(scorer.prepareSegment(segment), row)
        bySegment.set(segment, row)
      }
      return row[at]!
    },
  }
}
