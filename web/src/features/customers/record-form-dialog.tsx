import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { Problem } from '../../api/problem.ts'
import { useDraft } from '../../app/draft.ts'
import { DraftNotice } from '../../app/draft-notice.tsx'
import { fieldErrors } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Input, TextArea } from '../../ui/input.tsx'
import { notify } from '../../ui/notify.ts'
import { MoneyInput, NumberInput } from '../../ui/number-input.tsx'
import { SaveRefusal } from '../leads/save-refusal.tsx'
import { type Noun, recordCalls } from './record-api.ts'
import { bodyOf, type RecordField, recordFields, valuesOf } from './record-fields.ts'

type Stored = { id: string; version: number } & Readonly<Record<string, unknown>>
type RecordFormDialogProps = {
  noun: Noun
  title: string
  /** Absent = a new one. */
  record?: Stored
  onClose: () => void
  onSaved: (id: string) => void
}

/** One form for creating and editing. Who saves second is told who was first and when, and keeps what they typed. */
export function RecordFormDialog({ noun, title, record: first, onClose, onSaved }: RecordFormDialogProps) {
  const form = useId()
  const client = useQueryClient()
  const [record, setRecord] = useState(first)
  const [asked, setAsked] = useState(false)
  const before = valuesOf(noun, record ?? {})
  // Laid over the newest version: the other person's changes show, ours stay.
  const draft = useDraft(`${noun}.${record?.id ?? 'new'}`, before)
  const { values } = draft
  const save = useMutation({
    meta: { shownInForm: true },
    mutationFn: (): Promise<{ id: string }> => {
      const body = bodyOf(noun, before, values)
      return record
        ? recordCalls[noun].edit(record.id, record.version, body)
        : recordCalls[noun].create({ ...body, name: String(values['name']).trim() })
    },
    onSuccess: async ({ id }) => {
      draft.forget()
      void notify({ text: m.leads_saved(), tone: 'good' })
      onClose()
      onSaved(id)
      await client.invalidateQueries({ queryKey: [noun] })
    },
    onError: async (error) => {
      if (!record || !(error instanceof Problem) || error.facts.code !== 'VERSION_MISMATCH') return
      setRecord((await recordCalls[noun].read(record.id)) as Stored)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (String(values['name'] ?? '').trim() !== '') save.mutate()
  }
  const cancel = () => {
    draft.forget()
    onClose()
  }
  const errors = fieldErrors(save.error)
  const control = (field: RecordField) => {
    const error =
      asked && field.required && !String(values[field.key] ?? '').trim()
        ? m.accounts_name_missing()
        : errors[field.key]
    const set = (value: string | number | null) => draft.set({ [field.key]: value })
    const value = values[field.key] ?? null
    return (
      <Field
        key={field.key}
        label={field.label()}
        error={error}
        {...(field.required ? { required: true } : {})}
        {...(field.kind === 'tags' ? { hint: m.accounts_tags_hint() } : {})}
        {...(field.kind === 'long' ? { className: 'md:col-span-2' } : {})}
      >
        {(props) => {
          if (field.kind === 'money')
            return <MoneyInput {...props} value={value as number | null} onChange={set} />
          if (field.kind === 'number')
            return <NumberInput {...props} value={value as number | null} onChange={set} />
          if (field.kind === 'day')
            return <DatePicker {...props} clearable value={value as string | null} onChange={set} />
          if (field.kind === 'long')
            return <TextArea {...props} value={value ?? ''} onChange={(event) => set(event.target.value)} />
          return (
            <Input
              {...props}
              type={field.kind === 'tags' ? 'text' : field.kind}
              autoComplete="off"
              value={value ?? ''}
              onChange={(event) => set(event.target.value)}
            />
          )
        }}
      </Field>
    )
  }
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={title}
      actions={
        <>
          <Button onClick={cancel}>{m.ui_cancel()}</Button>
          <Button type="submit" form={form} look="primary" busy={save.isPending}>
            {m.leads_save()}
          </Button>
        </>
      }
    >
      <SaveRefusal error={save.error} />
      <DraftNotice draft={draft} />
      <form
        id={form}
        onSubmit={submit}
        noValidate
        className="grid grid-cols-2 gap-x-4 gap-y-3 max-md:grid-cols-1"
      >
        {recordFields[noun].map(control)}
      </form>
    </Dialog>
  )
}
