import type { Assessment, Candidate, Decision } from '@peineng/engine'
import {
  renderProposal,
  renderReason,
  renderRelease,
  type SentenceContext,
} from '../../assignment/sentences/index.ts'
import type { Language } from '../../platform/http/principal.ts'

/** Ids as JSON texts, made once: a run writes the same hundred ids a million times. */
export class JsonTexts {
  readonly #known = new Map<string, string>()

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
  const repId = texts.of(candidate.repId)
  if (candidate.excludedBy !== undefined) {
    return `{"repId":${repId},"excludedBy":"${candidate.excludedBy}","total":0,"propensity":0}`
  }
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

/** A decision as one line of JSON: codes and integers, and the sentence a person reads first. */
export function decisionLine(decision: Decision, assessment: Assessment, context: LineContext): string {
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
  return `${JSON.stringify(head).slice(0, -1)},"candidates":[${candidates}],${JSON.stringify(tail).slice(1)}\n`
}
