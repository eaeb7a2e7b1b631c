import type { Candidate } from '@peineng/engine'
import type { z } from 'zod'
import { isLive } from '../../learning/index.ts'
import type { Language } from '../../platform/http/index.ts'
import type { candidate, decision, decisionSummary } from '../schemas.ts'
import {
  renderExclusion,
  renderPersonalLimit,
  renderReason,
  renderRelease,
  renderTerm,
  type SentenceContext,
} from '../sentences/index.ts'
import type { DecisionRow } from '../state/decision-store.ts'
import type { OpenedDecision } from './read-decision.ts'

const RUNNERS_UP = 3

/** A decision as a person reads it: best candidates first, the excluded after them, sentences in their language. */
export function presentDecision(
  opened: OpenedDecision,
  ruleName: (id: string) => string,
  timeZone: string,
  current: boolean,
  language: Language,
): z.infer<typeof decision> {
  const { row, roster } = opened
  const names = new Map(roster.reps.map((rep) => [rep.id, rep.name]))
  const words: SentenceContext = { nameOf: (id) => names.get(id) ?? id, timeZone }
  const made = opened.decision
  const ranked = [...made.candidates].sort(byRank)
  return {
    id: row.id,
    leadId: row.itemId,
    mode: made.mode,
    state: made.state,
    owner: made.repId === null ? null : { id: made.repId, name: names.get(made.repId) ?? '' },
    poolId: made.poolId,
    reason: { ...made.reason, text: renderReason(made.reason, language, words) },
    release:
      made.release === null
        ? null
        : {
            kind: made.release.kind,
            at:
              'at' in made.release && made.release.at !== null
                ? new Date(made.release.at).toISOString()
                : null,
            text: renderRelease(made.release, language, words),
          },
    rule: made.ruleId === null ? null : { id: made.ruleId, name: ruleName(made.ruleId) },
    relaxed: made.relaxed,
    candidates: ranked.map((one) => presentCandidate(one, opened, names, timeZone, language)),
    runnersUp: ranked
      .filter((one) => one.terms !== undefined && one.repId !== made.repId)
      .slice(0, RUNNERS_UP)
      .map((one) => one.repId),
    proposals: made.proposals.map((one) => ({ ...one, memberRepIds: [...one.memberRepIds] })),
    queue: made.queue,
    pointsHundredths: made.pointsHundredths,
    draw: made.draw,
    seed: made.seed,
    versions: {
      engine: made.engineVersion,
      policy: row.policyVersion,
      policyHash: made.policyHash,
      roster: made.rosterVersion,
      model: made.modelVersion,
      state: made.stateHash,
    },
    contentHash: row.contentHash.toString('hex'),
    actorId: row.actorId,
    decidedAt: row.createdAt.toISOString(),
    current,
  }
}

/** Eligible before excluded, higher total first; ids last, so that the order is total. */
function byRank(a: Candidate, b: Candidate): number {
  return (
    Number(b.terms !== undefined) - Number(a.terms !== undefined) ||
    b.total - a.total ||
    (a.repId < b.repId ? -1 : 1)
  )
}

function presentCandidate(
  one: Candidate,
  opened: OpenedDecision,
  names: ReadonlyMap<string, string>,
  timeZone: string,
  language: Language,
): z.infer<typeof candidate> {
  const head = {
    repId: one.repId,
    name: names.get(one.repId) ?? '',
    total: one.total,
    propensity: one.propensity,
  }
  if (one.terms === undefined)
    return {
      ...head,
      excludedBy: one.excludedBy,
      excludedText: renderExclusion(one.excludedBy, language),
      ...personalNote(one, opened, timeZone, language),
    }
  return {
    ...head,
    terms: one.terms.map((term) => ({ ...term, text: renderTerm(term, language) })),
    ...winOf(one.repId, opened),
  }
}

/** Whose own threshold kept them out, as the roster of that moment had it. */
function personalNote(
  { repId, excludedBy }: Candidate,
  { roster }: OpenedDecision,
  timeZone: string,
  language: Language,
): Pick<z.infer<typeof candidate>, 'excludedNote'> {
  if (excludedBy !== 'HIGH_INTENT_FULL') return {}
  const gauges = roster.reps.find((rep) => rep.id === repId)?.gauges ?? []
  const gauge = gauges.find(({ name, personal }) => name === 'high_intent_today' && personal !== undefined)
  const note = gauge === undefined ? null : renderPersonalLimit(gauge, language, timeZone)
  return note === null ? {} : { excludedNote: note }
}

/** What the model believed of a candidate; absent where rates decided, or the item's facts were erased. */
function winOf(repId: string, { inputs }: OpenedDecision): Pick<z.infer<typeof candidate>, 'win'> {
  if (inputs === null || !isLive(inputs.winModel)) return {}
  const belief = inputs.winModel.believe(repId, inputs.item)
  return {
    win: {
      used: belief.usedMillionths,
      use: belief.use,
      estimate: belief.estimateMillionths,
      low: belief.lowMillionths,
      high: belief.highMillionths,
      average: belief.averageMillionths,
    },
  }
}

export function presentSummary(
  row: DecisionRow,
  words: SentenceContext,
  language: Language,
): z.infer<typeof decisionSummary> {
  return {
    id: row.id,
    mode: row.mode,
    state: row.state,
    owner: row.repId === null ? null : { id: row.repId, name: words.nameOf?.(row.repId) ?? '' },
    reason: {
      code: row.reasonCode,
      params: { ...row.reasonParams },
      text: renderReason({ code: row.reasonCode, params: row.reasonParams }, language, words),
    },
    actorId: row.actorId,
    decidedAt: row.createdAt.toISOString(),
  }
}
