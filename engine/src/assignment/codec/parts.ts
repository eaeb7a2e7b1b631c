import {
  type Decision,
  exclusionCodes,
  type Reason,
  type ReleaseCondition,
  reasonCodes,
} from '../../model/index.ts'
import { type ByteReader, CorruptRecordError } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'

/** Where a rep stands in the roster; undefined = not in it. */
export interface Places {
  placeOf(repId: string): number | undefined
}

/** Rep ids are stored as places in the roster; an id outside it, or any other text, as text. */
export function writeName(out: ByteWriter, name: string, roster: Places): void {
  const place = roster.placeOf(name)
  out.unsigned(place === undefined ? 0 : place + 1)
  if (place === undefined) out.text(name)
}

export function readName(input: ByteReader, repIds: readonly string[]): string {
  const place = input.unsigned()
  if (place === 0) return input.text()
  const repId = repIds[place - 1]
  if (repId === undefined) throw new CorruptRecordError('The record names a rep the roster does not have')
  return repId
}

export function writeOptional(out: ByteWriter, text: string | null): void {
  out.byte(text === null ? 0 : 1)
  if (text !== null) out.text(text)
}

export function readOptional(input: ByteReader): string | null {
  return input.byte() === 0 ? null : input.text()
}

/** The member of a closed list at a stored place. */
export function memberAt<T>(list: readonly T[], place: number): T {
  const member = list[place]
  if (member === undefined)
    throw new CorruptRecordError(`No code at place ${place}: written by a newer engine?`)
  return member
}

export function writeReason(out: ByteWriter, { code, params }: Reason, roster: Places): void {
  out.unsigned(reasonCodes.indexOf(code))
  const entries = Object.entries(params)
  out.unsigned(entries.length)
  for (const [key, value] of entries) {
    const known = (exclusionCodes as readonly string[]).indexOf(key)
    out.unsigned(known + 1)
    if (known === -1) out.text(key)
    if (typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) < 2 ** 51) {
      out.byte(0)
      out.signed(value)
    } else if (typeof value === 'string') {
      out.byte(1)
      writeName(out, value, roster)
    } else if (typeof value === 'number') {
      out.byte(2)
      out.text(String(value))
    } else {
      out.byte(3)
      out.unsigned(value.length)
      for (const one of value) writeName(out, one, roster)
    }
  }
}

export function readReason(input: ByteReader, repIds: readonly string[]): Reason {
  const code = memberAt(reasonCodes, input.unsigned())
  const params: Record<string, string | number | readonly string[]> = {}
  const count = input.unsigned()
  for (let n = 0; n < count; n++) {
    const known = input.unsigned()
    const key = known === 0 ? input.text() : memberAt(exclusionCodes, known - 1)
    const kind = input.byte()
    if (kind === 0) params[key] = input.signed()
    else if (kind === 1) params[key] = readName(input, repIds)
    else if (kind === 2) params[key] = Number(input.text())
    else params[key] = Array.from({ length: input.unsigned() }, () => readName(input, repIds))
  }
  return { code, params }
}

const releaseKinds: readonly ReleaseCondition['kind'][] = [
  'capacity_freed',
  'on_duty',
  'period_starts',
  'relaxes',
  'roster_changed',
  'manager_decides',
  'retry',
  'prices_fall',
]

/** Times as distance to the decision: a few bytes instead of six. */
export function writeRelease(out: ByteWriter, release: ReleaseCondition | null, decidedAt: number): void {
  out.unsigned(release === null ? 0 : releaseKinds.indexOf(release.kind) + 1)
  if (release === null || !('at' in release)) return
  out.byte(release.at === null ? 0 : 1)
  if (release.at !== null) out.signed(release.at - decidedAt)
}

export function readRelease(input: ByteReader, decidedAt: number): ReleaseCondition | null {
  const place = input.unsigned()
  if (place === 0) return null
  const kind = memberAt(releaseKinds, place - 1)
  if (kind !== 'on_duty' && kind !== 'period_starts' && kind !== 'relaxes' && kind !== 'prices_fall')
    return { kind }
  const at = input.byte() === 0 ? null : decidedAt + input.signed()
  if (kind === 'on_duty') return { kind, at }
  if (at === null) throw new CorruptRecordError(`A release of kind ${kind} has no time`)
  return { kind, at }
}

export function writeProposals(out: ByteWriter, proposals: Decision['proposals'], roster: Places): void {
  out.unsigned(proposals.length)
  for (const { leadRepId, memberRepIds } of proposals) {
    writeName(out, leadRepId, roster)
    out.unsigned(memberRepIds.length)
    for (const repId of memberRepIds) writeName(out, repId, roster)
  }
}

export function readProposals(input: ByteReader, repIds: readonly string[]): Decision['proposals'] {
  return Array.from({ length: input.unsigned() }, () => ({
    code: 'EXPERT_SQUAD',
    leadRepId: readName(input, repIds),
    memberRepIds: Array.from({ length: input.unsigned() }, () => readName(input, repIds)),
  }))
}
