import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { fieldErrors, problemSentence } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Input, TextArea } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { addTag, type NewTag, type Rep, removeTag, type Tag } from './people-api.ts'
import { families, optionsOf, sources } from './people-words.ts'

const LEVELS = [1, 2, 3, 4, 5] as const

function LevelDots({ level }: { level: number }) {
  return (
    <span className="flex items-center gap-0.5" title={m.people_level_of_five({ level: String(level) })}>
      <span className="sr-only">{m.people_level_of_five({ level: String(level) })}</span>
      {LEVELS.map((step) => (
        <i
          key={step}
          aria-hidden
          className={`block h-1.5 w-3 rounded-full ${step <= level ? 'bg-accent' : 'bg-ink/10'}`}
        />
      ))}
    </span>
  )
}

export function CapabilityProfile({ rep, mayEdit }: { rep: Rep; mayEdit: boolean }) {
  const [adding, setAdding] = useState(false)
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: (tag: Tag) => removeTag(rep.id, tag.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['rep'] }),
  })
  return (
    <Card
      title={m.people_profile()}
      aside={
        mayEdit ? (
          <Button size="sm" look="ghost" icon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
            {m.people_add_tag()}
          </Button>
        ) : (
          <span className="text-xs text-faint">{m.people_profile_note()}</span>
        )
      }
    >
      {rep.tags.length === 0 && <p className="text-sm text-quiet">{m.people_profile_empty()}</p>}
      <ul className="grid grid-cols-2 gap-2 max-md:grid-cols-1">
        {rep.tags.map((tag) => (
          <li key={tag.id} className="flex items-start gap-2 rounded-md bg-sunken py-2 pl-3 pr-1.5 text-sm">
            <div className="flex min-w-0 flex-1 flex-col gap-1">
              <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className="font-medium">{tag.tag}</span>
                <LevelDots level={tag.level} />
                <Badge tone="outline">{families[tag.family]()}</Badge>
              </div>
              <p className="text-xs text-quiet">
                {sources[tag.source]()} · {tag.evidence}
              </p>
            </div>
            {mayEdit && (
              <IconButton
                size="sm"
                label={m.people_remove_tag({ tag: tag.tag })}
                icon={<X aria-hidden />}
                onClick={() => remove.mutate(tag)}
              />
            )}
          </li>
        ))}
      </ul>
      {adding && <TagDialog rep={rep} onClose={() => setAdding(false)} />}
    </Card>
  )
}

function TagDialog({ rep, onClose }: { rep: Rep; onClose: () => void }) {
  const client = useQueryClient()
  const [draft, setDraft] = useState<NewTag>({
    family: 'industry',
    tag: '',
    level: 3,
    source: 'manager',
    evidence: '',
  })
  const set = (part: Partial<NewTag>) => setDraft((before) => ({ ...before, ...part }))
  const save = useMutation({
    meta: { shownInForm: true },
    mutationFn: () => addTag(rep.id, draft),
    onSuccess: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: ['rep'] })
    },
  })
  const errors = fieldErrors(save.error)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={m.people_add_tag()}
      actions={
        <>
          <Button onClick={onClose}>{m.ui_cancel()}</Button>
          <Button look="primary" type="submit" form="tag-form" busy={save.isPending}>
            {m.people_save()}
          </Button>
        </>
      }
    >
      <form
        id="tag-form"
        className="grid grid-cols-2 gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        {save.error && (
          <p role="alert" className="col-span-2 rounded-md bg-bad-tint px-3 py-2 text-sm text-bad">
            {problemSentence(save.error)}
          </p>
        )}
        <Field label={m.people_family()}>
          {(control) => (
            <Select
              {...control}
              value={draft.family}
              onChange={(family) => set({ family })}
              options={optionsOf(families)}
            />
          )}
        </Field>
        <Field label={m.people_tag()} required error={errors['tag']}>
          {(control) => (
            <Input
              {...control}
              required
              maxLength={50}
              value={draft.tag}
              onChange={(event) => set({ tag: event.target.value })}
            />
          )}
        </Field>
        <Field label={m.people_tag_level()}>
          {(control) => (
            <Select
              {...control}
              value={String(draft.level)}
              onChange={(level) => set({ level: Number(level) })}
              options={LEVELS.map((level) => ({
                value: String(level),
                label: m.people_level_of_five({ level: String(level) }),
              }))}
            />
          )}
        </Field>
        <Field label={m.people_source()}>
          {(control) => (
            <Select
              {...control}
              value={draft.source}
              onChange={(source) => set({ source })}
              options={optionsOf(sources)}
            />
          )}
        </Field>
        <Field
          label={m.people_evidence()}
          hint={m.people_evidence_hint()}
          required
          error={errors['evidence']}
          className="col-span-2"
        >
          {(control) => (
            <TextArea
              {...control}
              required
              rows={2}
              maxLength={500}
              value={draft.evidence}
              onChange={(event) => set({ evidence: event.target.value })}
            />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
