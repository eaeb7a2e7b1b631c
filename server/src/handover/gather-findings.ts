import { type NoteRow, readNotes } from '../customers/index.ts'
import type { TenantReader } from '../platform/database/index.ts'
import type { HandoverItem, HandoverRow } from './handover-store.ts'

/** Something the timeline says that belongs into a field, with where it was found. Texts are people's, never ours. */
export interface Finding {
  readonly at: string
  readonly activityId: string
  readonly itemId: string
  readonly itemKind: string
  readonly kind: string
  readonly channel: string
  readonly result: string | null
  readonly text: string
}

export interface Findings {
  /** By id of the field; a field nothing was found for is absent. */
  readonly fields: Readonly<Record<string, readonly Finding[]>>
  /** How the customer was reached, most often first. */
  readonly channels: readonly { readonly channel: string; readonly contacts: number }[]
  /** What was agreed and is still to come. */
  readonly nextSteps: readonly { readonly at: string; readonly text: string; readonly activityId: string }[]
  readonly notes: number
}

const LOOKED_AT = 200
const PER_FIELD = 5
const OBJECTIONS = new Set(['objection', 'postponed', 'declined'])
/** Words by which a note speaks of a field; a note may speak of several. */
const WORDS: Readonly<Record<string, RegExp>> = {
  preferences: /偏好|喜欢|习惯|希望|要求|方便|最好|prefer|likes|wants|asks for|rather/iu,
  concerns:
    /担心|顾虑|嫌|太贵|价格高|犹豫|风险|竞品|友商|对比|质疑|worr|concern|expensive|competitor|hesitat|risk/iu,
  promises: /报价|承诺|答应|折扣|样品|交期|质保|quote|promis|discount|sample|warranty|deliver/iu,
  deciders: /总监|经理|主任|院长|老板|决策|拍板|采购|财务|法务|decid|director|purchas|head of|CEO|CFO/iu,
}

/** What the timeline knows of a handover's items, so that nobody starts from an empty page when the owner is gone. */
export async function gatherFindings(
  db: TenantReader,
  row: HandoverRow,
  items: readonly HandoverItem[],
): Promise<Findings> {
  const ids = items.map((item) => item.itemId)
  const notes = await readNotes(db, ids, [row.subjectId], LOOKED_AT)
  const written = notes.filter((note) => note.summary !== '')
  const fields: Record<string, Finding[]> = {}
  const put = (field: string, found: readonly NoteRow[]): void => {
    if (found.length > 0 && row.template.some((one) => one.id === field))
      fields[field] = found.slice(0, PER_FIELD).map(findingOf)
  }
  put(
    'history',
    written.filter((note) => note.isContact),
  )
  for (const [field, words] of Object.entries(WORDS))
    put(
      field,
      written.filter(
        (note) =>
          words.test(note.summary) ||
          (field === 'concerns' && note.result !== null && OBJECTIONS.has(note.result)),
      ),
    )
  const counts = new Map<string, number>()
  for (const note of notes) if (note.isContact) counts.set(note.channel, (counts.get(note.channel) ?? 0) + 1)
  return {
    fields,
    channels: [...counts]
      .map(([channel, contacts]) => ({ channel, contacts }))
      .sort((a, b) => b.contacts - a.contacts || (a.channel < b.channel ? -1 : 1)),
    nextSteps: notes.slice(0, 1).flatMap(nextStepOf),
    notes: notes.length,
  }
}

const findingOf = (note: NoteRow): Finding => ({
  at: note.at.toISOString(),
  activityId: note.id,
  itemId: note.itemId,
  itemKind: note.itemKind,
  kind: note.kind,
  channel: note.channel,
  result: note.result,
  text: note.summary,
})

/** Only the newest note's: an earlier next step was replaced by it. */
const nextStepOf = ({ nextStep, nextStepAt, id }: NoteRow): Findings['nextSteps'] =>
  nextStepAt === null ? [] : [{ at: nextStepAt.toISOString(), text: nextStep ?? '', activityId: id }]
