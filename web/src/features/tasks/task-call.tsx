import { useQuery } from '@tanstack/react-query'
import { Check, Hand, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { formatDateTime, formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { Avatar } from '../../ui/person-chip.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { type Candidate, callQuery, type TaskCallView } from './call-api.ts'
import { NominateForm } from './call-forms.tsx'
import type { Task } from './tasks-api.ts'
import { type CallActions, useCallActions } from './use-call-actions.ts'
import { useTaskRights } from './use-task-actions.ts'

/** Who would like to do a card somebody is looked for: asked, put forward, recommended, chosen. */
export function TaskCall({ task }: { task: Task }) {
  const query = useQuery(callQuery(task.id))
  const actions = useCallActions(task.id)
  const rights = useTaskRights()(task)
  const view = query.data
  if (view === undefined) return query.error ? <LoadFailed query={query} /> : <SkeletonLines lines={4} />
  const { call, may } = view
  // It ended since the card was read: the card is being read again.
  if (call === null) return null
  return (
    <div className="mb-6" data-call>
      <PanelSection
        title={m.tasks_call_title()}
        aside={m.tasks_call_until_at({ at: formatDateTime(new Date(call.until), new Date()) })}
      >
        {call.note && <p className="mb-1 whitespace-pre-line text-sm">{call.note}</p>}
        <p className="mb-3 text-xs text-quiet">
          {[
            call.reach === 'team' ? m.tasks_call_team() : m.tasks_call_company(),
            m.tasks_call_invited({ count: call.invited }),
            call.openedBy && m.tasks_call_by({ name: call.openedBy }),
            task.owner && m.tasks_call_stays({ name: task.owner.name }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {rights.call && <Mine task={task} view={view} actions={actions} />}
        {view.candidates.length === 0 ? (
          <p className="mt-3 text-sm text-quiet">{m.tasks_call_nobody()}</p>
        ) : (
          <ul className="mt-3 flex flex-col gap-3">
            {view.candidates.map((one) => (
              <CandidateRow
                key={one.rep.id}
                candidate={one}
                choosing={may.choose && rights.reassign}
                actions={actions}
              />
            ))}
          </ul>
        )}
        {may.open && rights.move && (
          <Button
            look="plain"
            className="mt-3"
            busy={actions.close.isPending}
            onClick={() => actions.close.mutate()}
          >
            {m.tasks_call_close()}
          </Button>
        )}
      </PanelSection>
    </div>
  )
}

/** Where the reader stands, and what they may say. */
function Mine({ task, view, actions }: { task: Task; view: TaskCallView; actions: CallActions }) {
  const [form, setForm] = useState<'self' | 'colleague' | null>(null)
  const { mine, may, asked } = view
  if (form !== null)
    return (
      <NominateForm
        taskId={task.id}
        asked={form === 'self' ? null : asked}
        actions={actions}
        onDone={() => setForm(null)}
      />
    )
  return (
    <div className="flex flex-wrap items-center gap-2">
      {mine === 'asked' && (
        <>
          <p className="w-full text-sm">{m.tasks_call_asked_you()}</p>
          <Button
            look="primary"
            icon={<Check aria-hidden />}
            busy={actions.answer.isPending}
            onClick={() => actions.answer.mutate(true)}
          >
            {m.tasks_call_agree()}
          </Button>
          <Button onClick={() => actions.answer.mutate(false)}>{m.tasks_call_decline()}</Button>
        </>
      )}
      {mine === 'standing' && (
        <Button busy={actions.answer.isPending} onClick={() => actions.answer.mutate(false)}>
          {m.tasks_call_withdraw()}
        </Button>
      )}
      {mine === null && may.stand && (
        <Button look="primary" icon={<Hand aria-hidden />} onClick={() => setForm('self')}>
          {m.tasks_call_stand()}
        </Button>
      )}
      {asked.length > 0 && (
        <Button icon={<UserPlus aria-hidden />} onClick={() => setForm('colleague')}>
          {m.tasks_call_recommend()}
        </Button>
      )}
    </div>
  )
}

type RowProps = { candidate: Candidate; choosing: boolean; actions: CallActions }

function CandidateRow({ candidate, choosing, actions }: RowProps) {
  const { rep, why, state, recommended, recommendedBy, figures } = candidate
  return (
    <li className="flex gap-2 text-sm" data-candidate={state}>
      <Avatar name={rep.name} seed={rep.id} size="sm" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{rep.name}</span>
          <span className="text-xs text-quiet">
            {recommended
              ? recommendedBy === null
                ? m.tasks_call_was_recommended()
                : m.tasks_call_recommended_by({ name: recommendedBy })
              : m.tasks_call_self()}
          </span>
        </p>
        <p className="break-words">{why}</p>
        <p className="mt-1 flex flex-wrap gap-1">
          {state === 'asked' && <Badge tone="outline">{m.tasks_call_waits()}</Badge>}
          {figures && <Figures figures={figures} />}
        </p>
      </div>
      {choosing && state === 'standing' && (
        <Button
          aria-label={m.tasks_call_choose_of({ name: rep.name })}
          disabled={actions.choose.isPending}
          onClick={() => actions.choose.mutate(candidate)}
        >
          {m.tasks_call_choose()}
        </Button>
      )}
    </li>
  )
}

const loadTones: Readonly<Record<NonNullable<Candidate['figures']>['level'], Tone>> = {
  under: 'good',
  ok: 'plain',
  flagged: 'warn',
  near: 'warn',
  full: 'bad',
  over: 'bad',
}

/** What speaks for somebody: the match where there is something to match, their load against its limit, what they do best. */
function Figures({ figures }: { figures: NonNullable<Candidate['figures']> }) {
  const { match, suits, load, level, availability, tags } = figures
  return (
    <>
      {match !== null && suits && (
        <Badge tone="tint">{m.tasks_call_match({ points: formatNumber(match / 1000, 1) })}</Badge>
      )}
      {!suits && <Badge tone="outline">{m.tasks_call_unsuited()}</Badge>}
      {load && (
        <Badge tone={loadTones[level]}>
          {m.tasks_call_load({ value: formatNumber(load.value, 1), limit: formatNumber(load.threshold, 1) })}
        </Badge>
      )}
      {availability !== 'on_duty' && availability !== 'off_duty' && (
        <Badge tone="warn">{m.tasks_call_away()}</Badge>
      )}
      {tags.map(({ tag, level: at }) => (
        <Badge key={tag}>
          {tag} {formatNumber(at)}
        </Badge>
      ))}
    </>
  )
}
