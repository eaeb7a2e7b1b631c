import { record } from '../platform/audit/index.ts'
import type { TenantWriter } from '../platform/database/index.ts'
import { type FieldError, ProblemError } from '../platform/errors/catalogue.ts'
import { says } from '../platform/errors/sentences/index.ts'
import { type Caller, versionMismatch } from '../platform/http/index.ts'
import { announce } from '../platform/outbox/index.ts'
import { type HandoverRow, readHandover, readHandoverItems, updateHandover } from './handover-store.ts'
import { rightsOf, seeHandover } from './see-handover.ts'
import type { HandoverServices } from './services.ts'

export interface HandoverDraft {
  readonly id: string
  /** The version that was read. */
  readonly version: number
  readonly answers: Readonly<Record<string, string>>
}

/** Keeps what is written so far. What was handed in already and not read yet can still be put right. */
export function saveDraft(
  db: TenantWriter,
  services: HandoverServices,
  caller: Caller,
  now: number,
  draft: HandoverDraft,
): Promise<HandoverRow> {
  return write(db, services, caller, now, draft, false)
}

/** Hands the checklist in: from now on the new owner can read it. Refused while a mandatory field says nothing. */
export function submitHandover(
  db: TenantWriter,
  services: HandoverServices,
  caller: Caller,
  now: number,
  draft: HandoverDraft,
): Promise<HandoverRow> {
  return write(db, services, caller, now, draft, true)
}

async function write(
  db: TenantWriter,
  services: HandoverServices,
  caller: Caller,
  now: number,
  { id, version, answers }: HandoverDraft,
  submits: boolean,
): Promise<HandoverRow> {
  const row = await seeHandover(db, services, caller, id)
  if (caller.principal.repId === row.toRepId)
    throw new ProblemError('FORBIDDEN', { detail: 'handover_reader_writes_not' })
  if (!rightsOf(row, caller).write)
    throw new ProblemError('HANDOVER_NOT_READY', {
      detail: 'handover_over',
      extra: { state: row.state },
    })
  const unknown = Object.keys(answers).filter((key) => !row.template.some((field) => field.id === key))
  if (unknown.length > 0)
    throw new ProblemError('VALIDATION_FAILED', {
      errors: unknown.map((key) => ({
        field: `answers.${key}`,
        code: 'unknown',
        message: says('one_of', { options: row.template.map((field) => field.id) }),
      })),
    })
  const merged = { ...row.answers, ...answers }
  const handsIn = submits || row.state === 'submitted'
  if (handsIn) refuseEmpty(row, merged)
  const written = await updateHandover(
    db,
    id,
    { version, states: ['requested', 'submitted'] },
    {
      answers: JSON.stringify(merged),
      ...(handsIn
        ? { state: 'submitted', submitted_at: new Date(now), submitted_by: caller.principal.id }
        : {}),
    },
  )
  if (written === null) throw await versionMismatch(db, id, (await readHandover(db, id))?.version)
  await record(db, now, {
    actorKind: caller.principal.kind,
    actorId: caller.principal.id,
    action: handsIn ? 'handover.submitted' : 'handover.saved',
    entityKind: 'handover',
    entityId: id,
    detail: { fields: Object.keys(answers).sort() },
  })
  if (handsIn) await tellReader(db, now, caller, written, row.state === 'requested')
  return written
}

/** A field says something when there is a letter or a digit in it: "none" is an answer, a dot is not. */
function refuseEmpty(row: HandoverRow, answers: Readonly<Record<string, string>>): void {
  const errors: FieldError[] = row.template
    .filter((field) => field.required && !/[\p{L}\p{N}]/u.test(answers[field.id] ?? ''))
    .map((field) => ({
      field: `answers.${field.id}`,
      code: 'required',
      message: {
        en: `${field.en} must be filled in; say so where there is nothing`,
        'zh-CN': `请填写“${field.zh}”；没有也请写明`,
      },
    }))
  if (errors.length > 0) throw new ProblemError('HANDOVER_INCOMPLETE', { errors })
}

/** The reader is told once that it is there; that it was put right since is for open screens only. */
async function tellReader(
  db: TenantWriter,
  now: number,
  caller: Caller,
  row: HandoverRow,
  first: boolean,
): Promise<void> {
  const items = await readHandoverItems(db, [row.id])
  const item = items.find(({ withdrawn }) => !withdrawn)
  await announce(db, now, [
    {
      type: first ? 'handover.submitted' : 'handover.rewritten',
      entityKind: 'handover',
      entityId: row.id,
      actorId: caller.principal.id,
      payload: {
        handoverId: row.id,
        itemId: item?.itemId ?? null,
        itemKind: item?.itemKind ?? null,
        itemIds: items.filter(({ withdrawn }) => !withdrawn).map(({ itemId }) => itemId),
        fromRepId: row.fromRepId,
        toRepId: row.toRepId,
        recipientRepIds: [row.toRepId],
      },
    },
  ])
}
