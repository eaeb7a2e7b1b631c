import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { m } from '../../i18n/messages.ts'
import { zoneName } from '../../i18n/zone-name.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { notify } from '../../ui/notify.ts'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { SwitchLine } from '../../ui/switch.tsx'
import { allowPush, type PushState, pushState, stopPush } from './browser-push.ts'
import { channelWords, kindGroups, kindWords } from './kind-words.ts'
import {
  type Kind,
  type PersonalChannel,
  type Preferences,
  preferencesQuery,
  savePreferences,
} from './notification-api.ts'

const channels: readonly PersonalChannel[] = ['in_app', 'push', 'email']

/** Which kinds reach me by which way, when it has to be quiet, and the day's mail. Every change is kept at once. */
export function PreferencesTab() {
  const preferences = useQuery(preferencesQuery)
  if (preferences.isPending) return <SkeletonLines />
  if (preferences.error && !preferences.data) return <LoadFailed query={preferences} page />
  return <PreferencesForm preferences={preferences.data} />
}

function PreferencesForm({ preferences }: { preferences: Preferences }) {
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: savePreferences,
    onMutate: (body) => {
      const before = client.getQueryData(preferencesQuery.queryKey)
      client.setQueryData(preferencesQuery.queryKey, {
        ...preferences,
        kinds: preferences.kinds.map((one) => ({ ...one, channels: body.kinds?.[one.kind] ?? one.channels })),
        quietFrom: body.quietFrom ?? null,
        quietUntil: body.quietUntil ?? null,
        digestAt: body.digestAt ?? null,
      })
      return { before }
    },
    onError: (_error, _body, context) => client.setQueryData(preferencesQuery.queryKey, context?.before),
    onSettled: () => client.invalidateQueries({ queryKey: preferencesQuery.queryKey }),
  })
  const set = new Map(preferences.kinds.map((one) => [one.kind, one.channels]))
  const change = (part: Partial<Pick<Preferences, 'quietFrom' | 'quietUntil' | 'digestAt'>>, kinds = set) =>
    save.mutate({
      kinds: Object.fromEntries(kinds),
      quietFrom: preferences.quietFrom,
      quietUntil: preferences.quietUntil,
      digestAt: preferences.digestAt,
      ...part,
    })
  const toggle = (kind: Kind, channel: PersonalChannel, on: boolean) => {
    const now = set.get(kind) ?? []
    const next = on ? [...now, channel] : now.filter((one) => one !== channel)
    change({}, new Map([...set, [kind, next]]))
  }
  const quiet = preferences.quietFrom !== null
  return (
    <div className="grid max-w-180 gap-4">
      <Card title={m.notifications_when()}>
        <div className="flex flex-col gap-3">
          <BrowserSwitch publicKey={preferences.push.publicKey} />
          {!preferences.email.configured && (
            <p className="rounded-md bg-warn-tint px-3 py-2 text-sm text-warn">
              {m.notifications_mail_not_configured()}
            </p>
          )}
          <SwitchLine
            checked={quiet}
            onChange={(on) =>
              change(on ? { quietFrom: '22:00', quietUntil: '08:00' } : { quietFrom: null, quietUntil: null })
            }
            hint={m.notifications_quiet_hint({ zone: zoneName(preferences.timeZone, new Date()) })}
          >
            {m.notifications_quiet()}
          </SwitchLine>
          {preferences.quietFrom !== null && preferences.quietUntil !== null && (
            <div className="flex gap-3">
              <TimeField
                label={m.notifications_quiet_from()}
                value={preferences.quietFrom}
                onChange={(quietFrom) => change({ quietFrom })}
              />
              <TimeField
                label={m.notifications_quiet_until()}
                value={preferences.quietUntil}
                onChange={(quietUntil) => change({ quietUntil })}
              />
            </div>
          )}
          <SwitchLine
            checked={preferences.digestAt !== null}
            onChange={(on) => change({ digestAt: on ? '08:30' : null })}
            hint={m.notifications_digest_hint({ address: preferences.email.address })}
          >
            {m.notifications_digest()}
          </SwitchLine>
          {preferences.digestAt !== null && (
            <TimeField
              label={m.notifications_digest_at()}
              value={preferences.digestAt}
              onChange={(digestAt) => change({ digestAt })}
            />
          )}
        </div>
      </Card>
      {kindGroups.map((group) => (
        <Card key={group.title()} flush>
          <table className="w-full text-sm">
            <thead>
              <tr className="border-b border-line text-xs text-quiet">
                <th scope="col" className="px-4 py-2.5 text-left text-sm font-medium text-ink">
                  {group.title()}
                </th>
                {channels.map((channel) => (
                  <th key={channel} scope="col" className="w-16 px-1 py-2.5 text-center font-normal">
                    {channelWords[channel]()}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {group.kinds.map((kind) => (
                <tr key={kind}>
                  <th scope="row" className="px-4 py-2 text-left font-normal">
                    {kindWords[kind]()}
                  </th>
                  {channels.map((channel) => (
                    <td key={channel} className="px-1 py-2 max-md:py-3">
                      <Checkbox
                        className="mx-auto"
                        label={`${kindWords[kind]()} · ${channelWords[channel]()}`}
                        checked={(set.get(kind) ?? []).includes(channel)}
                        onChange={(on) => toggle(kind, channel, on)}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Card>
      ))}
    </div>
  )
}

function TimeField({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (time: string) => void
}) {
  return (
    <Field label={label}>
      {(control) => (
        <Input
          {...control}
          type="time"
          required
          value={value}
          className="w-32"
          onChange={(event) => event.target.value !== '' && onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** Off until the person allows it here: a page that asks by itself is refused for ever. */
function BrowserSwitch({ publicKey }: { publicKey: string }) {
  const [state, setState] = useState<PushState | undefined>(undefined)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    void pushState().then(setState)
  }, [])
  const act = async (work: () => Promise<PushState>) => {
    setBusy(true)
    try {
      setState(await work())
    } catch {
      await notify({ text: m.notifications_push_failed(), tone: 'bad' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="flex items-start justify-between gap-4 max-md:min-h-11">
      <div className="min-w-0">
        <p className="text-sm">{m.notifications_push_browser()}</p>
        <p className="text-xs text-faint">
          {state === 'denied'
            ? m.notifications_push_denied()
            : state === 'unsupported'
              ? m.notifications_push_unsupported()
              : m.notifications_push_hint()}
        </p>
      </div>
      {state === 'on' ? (
        <div className="flex items-center gap-2">
          <Badge tone="tint">{m.notifications_push_on()}</Badge>
          <Button size="sm" busy={busy} onClick={() => void act(stopPush)}>
            {m.notifications_push_stop()}
          </Button>
        </div>
      ) : (
        <Button
          size="sm"
          busy={busy}
          disabled={state !== 'off'}
          onClick={() => void act(() => allowPush(publicKey))}
        >
          {m.notifications_push_allow()}
        </Button>
      )}
    </div>
  )
}
