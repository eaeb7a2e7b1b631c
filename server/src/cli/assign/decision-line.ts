import type { Assessment, Candidate, Decision } from '@peineng/engine'
import {
  renderProposal,
  renderReason,
  renderRelease,
  type SentenceContext,
} from '../../assignment/sentences/index.ts'
import type { Language } from '../../platform/http/principal.ts'

/** Texts made once: a run writes the same hundred ids and exclusions a million times. */
export class JsonTexts {
  readonly #known = new Map<string, string>()
  readonly #excluded = new Map<string, Map<string, string>>()

  /** The whole candidate of a rep who was out for this reason. */
  excluded(repId: string, code: string): string {
    const ofRep = this.#excluded.get(repId) ?? new Map<string, string>()
    if (ofRep.size === 0) this.#excluded.set(repId, ofRep)
    const known = ofRep.get(code)
    if (known !== undefined) return known
    const json = `{"repId":${this.of(repId)},"excludedBy":"${code}","total":0,"propensity":0}`
    ofRep.set(code, json)
    return json
  }

  of(text: string): string {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    const json = JSON.stringify(text)
    this.#known.set(text, json)
    return json
  }
}

/**
 * One candidate. Written by hand, because a run of 10 000 × 100 writes a million of them and JSON.stringify took most
 * of its time. Terms that gave nothing from nothing are left out; the contributions still add up to the total.
 */
function candidateJson(candidate: Candidate, texts: JsonTexts): string {
  if (candidate.excludedBy !== undefined) return texts.excluded(candidate.repId, candidate.excludedBy)
  const repId = texts.of(candidate.repId)
  let terms = ''
  for (const { code, contribution, raw } of candidate.terms) {
    if (contribution === 0 && raw === 0) continue
    terms += `${terms === '' ? '' : ','}{"code":"${code}","contribution":${contribution},"raw":${raw}}`
  }
  return `{"repId":${repId},"terms":[${terms}],"total":${candidate.total},"propensity":${candidate.propensity}}`
}

export interface LineContext extends SentenceContext {
  readonly lang: Language
  readonly texts: JsonTexts
}

/**
 * A decision as one line of JSON: codes and integers, and the sentence a person reads first. In three parts, because
 * one Chinese letter would make the runtime hold (and encode) all the candidates in two bytes per letter.
 */
export function decisionLine(
  decision: Decision,
  assessment: Assessment,
  context: LineContext,
): readonly string[] {
  const { lang } = context
  const { reason, release } = decision
  const head = {
    leadId: decision.itemId,
    state: decision.state,
    repId: decision.repId,
    reason: { code: reason.code, params: reason.params, text: renderReason(reason, lang, context) },
  }
  const { score, tier, gridCell, taskType, quadrant, value, difficulty, tags } = assessment
  const tail = {
    ruleId: decision.ruleId,
    relaxed: decision.relaxed,
    slaClass: decision.slaClass,
    poolId: decision.poolId,
    release: release && { ...release, text: renderRelease(release, lang, context) },
    proposals: decision.proposals.map((proposal) => ({
      ...proposal,
      text: renderProposal(proposal, lang, context),
    })),
    assessment: { score, tier, gridCell, taskType, quadrant, value, difficulty, tags },
    pointsHundredths: decision.pointsHundredths,
    queue: decision.queue,
    turnThousandths: decision.turnThousandths,
    segment: decision.segment,
    decidedAt: new Date(decision.decidedAt).toISOString(),
    seed: decision.seed,
    draw: decision.draw,
    engineVersion: decision.engineVersion,
    policyHash: decision.policyHash,
    rosterVersion: decision.rosterVersion,
    modelVersion: decision.modelVersion,
    stateHash: decision.stateHash,
  }
  let candidates = ''
  for (const candidate of decision.candidates) {
    candidates += (candidates === '' ? '' : ',') + candidateJson(candidate, context.texts)
  }
  return [
    `${JSON.stringify(head).slice(0, -1)},`,
    `"candidates":[${candidates}],`,
    `${JSON.stringify(tail).slice(1)}\n`,
  ]
}
