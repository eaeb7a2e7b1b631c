import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useDraft } from '../../app/draft.ts'
import { formatDateTime } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/input.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { Avatar } from '../../ui/person-chip.tsx'
import { commentsQuery, type Task } from './tasks-api.ts'
import { useTaskActions, useTaskRights } from './use-task-actions.ts'

/** The talk stays under the card, where the next reader finds it (O2). */
export function TaskTalk({ task }: { task: Task }) {
  const talk = useQuery(commentsQuery(task.id))
  const rights = useTaskRights()(task)
  const { comment } = useTaskActions()
  const {
    values: { text },
    set,
    forget,
  } = useDraft(`task.talk.${task.id}`, { text: '' })
  const now = new Date()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim()) comment.mutate({ id: task.id, body: text.trim() }, { onSuccess: forget })
  }
  return (
    <PanelSection title={m.tasks_talk()}>
      <ul className="mb-3 flex flex-col gap-3">
        {(talk.data?.items ?? []).map((one) => (
          <li key={one.id} className="flex gap-2 text-sm">
            <Avatar name={one.author.name ?? m.tasks_somebody()} seed={one.author.id} size="sm" />
            <div className="min-w-0 flex-1">
              <p className="flex justify-between gap-2 text-xs text-quiet">
                <span>{one.author.name ?? m.tasks_somebody()}</span>
                <time dateTime={one.at}>{formatDateTime(new Date(one.at), now)}</time>
              </p>
              <p className="whitespace-pre-line break-words">{one.body}</p>
            </div>
          </li>
        ))}
      </ul>
      {talk.data?.items.length === 0 && <p className="mb-3 text-sm text-quiet">{m.tasks_talk_empty()}</p>}
      {rights.talk && (
        <form onSubmit={submit} className="flex flex-col gap-2">
          <TextArea
            aria-label={m.tasks_say()}
            placeholder={m.tasks_say()}
            rows={2}
            value={text}
            onChange={(event) => set({ text: event.target.value })}
          />
          <Button type="submit" className="self-end" busy={comment.isPending}>
            {m.tasks_send()}
          </Button>
        </form>
      )}
    </PanelSection>
  )
}
