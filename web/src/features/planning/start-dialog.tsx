import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { fieldErrors, problemSentence } from '../../app/problem-sentence.ts'
import { useSession } from '../../app/session/session.ts'
import { m } from '../../i18n/messages.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { SwitchLine } from '../../ui/switch.tsx'
import { type AskedKind, type Plan, type PlanInput, repsQuery, startPlan } from './plan-api.ts'
import { kindWords } from './plan-words.ts'

type Change = { key: number; repId: string | null; territories: string }
type Then = 'stay' | 'pause' | 'deactivate'

const split = (text: string) =>
  text
    .split(/[,，、;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** What a plan needs to know before it is worked out; nothing moves by it. */
export function StartDialog({
  kind,
  about = null,
  onClose,
  onStarted,
}: {
  kind: AskedKind
  /** Whom it is about, where that is known already. */
  about?: string | null
  onClose: () => void
  onStarted: (plan: Plan) => void
}) {
  const [fair, setFair] = useState('0')
  const [pooled, setPooled] = useState(false)
  const [repId, setRepId] = useState<string | null>(about)
  const [then, setThen] = useState<Then>('stay')
  const [changes, setChanges] = useState<Change[]>([{ key: 0, repId: null, territories: '' }])
  const reps = useQuery({ ...repsQuery, enabled: kind !== 'waiting' })
  const session = useSession()
  const client = useQueryClient()
  const start = useMutation({
    meta: { shownInForm: true },
    mutationFn: startPlan,
    onSuccess: (plan) => {
      client.setQueryData(['plan', plan.id], plan)
      void client.invalidateQueries({ queryKey: ['plan', 'list'] })
      onStarted(plan)
    },
  })
  const reach = session.data?.permissions['plans.run']
  const fairSharePercent = Number(fair)
  const input = (): PlanInput | null => {
    if (kind === 'waiting') return { kind, pooled, limit: 5_000, fairSharePercent }
    if (kind === 'redistribute') return repId === null ? null : { kind, repId, then, fairSharePercent }
    const named = changes.flatMap((change) =>
      change.repId === null ? [] : [{ repId: change.repId, territories: split(change.territories) }],
    )
    return named.length === 0 ? null : { kind, changes: named, fairSharePercent }
  }
  const ready = input()
  const options = (reps.data?.items ?? [])
    .filter(({ status }) => status !== 'inactive')
    .map((rep) => ({ value: rep.id, label: rep.name }))
  const pick = (key: number, id: string | null) => {
    const known = reps.data?.items.find((rep) => rep.id === id)
    setChanges((all) =>
      all.map((one) =>
        one.key === key ? { ...one, repId: id, territories: known?.territories.join('，') ?? '' } : one,
      ),
    )
  }
  const errors = fieldErrors(start.error)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={kindWords[kind]()}
      description={reach === 'team' ? m.plan_start_text_team() : m.plan_start_text()}
      wide={kind === 'territory'}
      actions={
        <>
          <Button onClick={onClose}>{m.ui_cancel()}</Button>
          <Button
            look="primary"
            busy={start.isPending}
            disabled={ready === null}
            onClick={() => ready !== null && start.mutate(ready)}
          >
            {m.plan_start_submit()}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {start.error && (
          <p role="alert" className="rounded-md bg-bad-tint px-3 py-2 text-sm text-bad">
            {problemSentence(start.error)}
          </p>
        )}
        {kind === 'waiting' && (
          <SwitchLine checked={pooled} onChange={setPooled} hint={m.plan_pooled_hint()}>
            {m.plan_pooled()}
          </SwitchLine>
        )}
        {kind === 'redistribute' && (
          <>
            <Field label={m.plan_leaver()} required error={errors['repId']}>
              {(control) => <Combobox {...control} value={repId} onChange={setRepId} options={options} />}
            </Field>
            <Field label={m.plan_then()} hint={thenHints[then]()}>
              {(control) => (
                <Select
                  {...control}
                  value={then}
                  onChange={setThen}
                  options={[
                    { value: 'stay', label: m.plan_then_stay() },
                    { value: 'pause', label: m.plan_then_pause() },
                    { value: 'deactivate', label: m.plan_then_deactivate() },
                  ]}
                />
              )}
            </Field>
          </>
        )}
        {kind === 'territory' && (
          <div className="flex flex-col gap-3">
            {changes.map((change, at) => (
              <div
                key={change.key}
                className="grid grid-cols-[12rem_minmax(0,1fr)_auto] items-end gap-2 max-md:grid-cols-[1fr_auto]"
              >
                <Field label={m.plan_change_rep()} required className="max-md:col-span-full">
                  {(control) => (
                    <Combobox
                      {...control}
                      value={change.repId}
                      onChange={(id) => pick(change.key, id)}
                      options={options.filter(
                        ({ value }) => value === change.repId || !changes.some((one) => one.repId === value),
                      )}
                    />
                  )}
                </Field>
                <Field label={m.plan_change_territories()} error={errors[`changes.${at}.territories`]}>
                  {(control) => (
                    <Input
                      {...control}
                      value={change.territories}
                      placeholder={m.plan_change_everything()}
                      onChange={(event) =>
                        setChanges((all) =>
                          all.map((one) =>
                            one.key === change.key ? { ...one, territories: event.target.value } : one,
                          ),
                        )
                      }
                    />
                  )}
                </Field>
                <IconButton
                  label={m.plan_change_remove()}
                  icon={<X aria-hidden />}
                  disabled={changes.length === 1}
                  onClick={() => setChanges((all) => all.filter((one) => one.key !== change.key))}
                />
              </div>
            ))}
            <div>
              <Button
                size="sm"
                icon={<Plus aria-hidden />}
                onClick={() =>
                  setChanges((all) => [
                    ...all,
                    { key: Math.max(...all.map(({ key }) => key)) + 1, repId: null, territories: '' },
                  ])
                }
              >
                {m.plan_change_add()}
              </Button>
            </div>
          </div>
        )}
        <Field label={m.plan_fair()} hint={m.plan_fair_hint()}>
          {(control) => (
            <Select
              {...control}
              value={fair}
              onChange={setFair}
              options={[
                { value: '0', label: m.plan_fair_none() },
                { value: '50', label: m.plan_fair_share({ share: '50%' }) },
                { value: '80', label: m.plan_fair_share({ share: '80%' }) },
                { value: '100', label: m.plan_fair_all() },
              ]}
            />
          )}
        </Field>
      </div>
    </Dialog>
  )
}

const thenHints: Record<Then, () => string> = {
  stay: m.plan_then_stay_hint,
  pause: m.plan_then_pause_hint,
  deactivate: m.plan_then_deactivate_hint,
}
