import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { fieldErrors, problemSentence } from '../../app/problem-sentence.ts'
import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Combobox, type ComboboxOption } from '../../ui/combobox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { TextArea } from '../../ui/input.tsx'
import { notify } from '../../ui/notify.ts'
import { type Decision, type Placement, repsQuery, useOverride, useUndoDecision } from './decision-api.ts'

const THOUSANDTHS = 1000

type OverrideDialogProps = {
  /** What kind of record `leadId` names; a lead where nothing is said. */
  noun?: 'lead' | 'account' | 'opportunity'
  leadId: string
  subject: string
  /** Whose candidates say what they scored or what kept them out. */
  decision?: Decision | undefined
  firstChoice?: string | null
  onClose: () => void
  onDone?: (placed: Placement) => void
}

/** A person decides against or without the engine: allowed, with a reason, and undone with one press. */
export function OverrideDialog(props: OverrideDialogProps) {
  const { noun = 'lead', leadId, subject, decision, firstChoice = null, onClose, onDone } = props
  const form = useId()
  const [repId, setRepId] = useState(firstChoice)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const [query, setQuery] = useState('')
  const reps = useQuery(repsQuery(query))
  const override = useOverride(noun, leadId)
  const undo = useUndoDecision()

  const known = new Map(decision?.candidates.map((candidate) => [candidate.repId, candidate]))
  const chosen = repId ? known.get(repId) : undefined
  const found: ComboboxOption[] = (reps.data?.items ?? [])
    .filter((rep) => rep.id !== decision?.owner?.id)
    .map(({ id, name }) => {
      const candidate = known.get(id)
      const hint =
        candidate?.excludedText ??
        (candidate?.terms ? formatNumber(candidate.total / THOUSANDTHS, 1) : undefined)
      return { value: id, label: name, ...(hint ? { hint } : {}) }
    })
  const options =
    chosen && !found.some((option) => option.value === repId)
      ? [{ value: chosen.repId, label: chosen.name }, ...found]
      : found
  const missing = asked && reason.trim() === '' ? m.why_override_reason_missing() : undefined
  const errors = fieldErrors(override.error)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!repId || reason.trim() === '') return
    override.mutate(
      { repId, reason: reason.trim() },
      {
        onSuccess: (placed) => {
          onClose()
          onDone?.(placed)
          const { decisionId, owner } = placed
          void notify({
            text: m.leads_overridden({ name: owner?.name ?? '' }),
            tone: 'good',
            ...(decisionId
              ? {
                  // Not mutate's own callbacks: those are dropped once this dialog is gone. A refusal is a toast already.
                  undo: () => void undo.mutateAsync(decisionId).then(onDone, () => undefined),
                }
              : {}),
          })
        },
      },
    )
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={m.why_override_title({ name: subject })}
      description={m.why_override_detail()}
      actions={
        <>
          <Button onClick={onClose}>{m.ui_cancel()}</Button>
          <Button type="submit" form={form} look="primary" busy={override.isPending} disabled={!repId}>
            {m.why_override_confirm()}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        {override.error && (
          <p role="alert" className="rounded-md bg-bad-tint px-3 py-2 text-sm text-bad">
            {problemSentence(override.error)}
          </p>
        )}
        <Field label={m.why_override_person()} error={errors['repId']} required>
          {(control) => (
            <Combobox
              {...control}
              value={repId}
              onChange={setRepId}
              options={options}
              onSearch={setQuery}
              searching={reps.isFetching}
            />
          )}
        </Field>
        {chosen?.excludedText && (
          <p className="rounded-md bg-warn-tint px-3 py-2 text-sm text-warn">
            {m.why_excluded_warning({ text: chosen.excludedText })}
          </p>
        )}
        <Field label={m.why_override_reason()} error={missing ?? errors['reason']} required>
          {(control) => (
            <TextArea {...control} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
