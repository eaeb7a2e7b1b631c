import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldErrors } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'
import { CheckboxLine } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Segments } from '../../ui/segments.tsx'
import { Select } from '../../ui/select.tsx'
import { SwitchLine } from '../../ui/switch.tsx'
import { teamsQuery } from '../people/people-api.ts'
import { FormDialog } from '../settings/form-dialog.tsx'
import { type Channel, changeChannel, createChannel } from './channel-api.ts'
import { kindGroups, kindWords } from './kind-words.ts'
import type { Kind } from './notification-api.ts'
import './target-problems.ts'

export const vendorWords: Readonly<Record<Channel['vendor'], () => string>> = {
  wecom: m.notifications_vendor_wecom,
  dingtalk: m.notifications_vendor_dingtalk,
  feishu: m.notifications_vendor_feishu,
}
const addressHints: Readonly<Record<Channel['vendor'], string>> = {
  wecom: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…',
  dingtalk: 'https://oapi.dingtalk.com/robot/send?access_token=…',
  feishu: 'https://open.feishu.cn/open-apis/bot/v2/hook/…',
}
/** What a group usually wants to hear; the server has the same set for robots made over the API. */
const usual: readonly Kind[] = [
  'item_assigned',
  'item_recalled',
  'manager_needed',
  'load_over',
  'policy_published',
]

export function ChannelDialog({ channel, onClose }: { channel: Channel | null; onClose: () => void }) {
  const client = useQueryClient()
  const [vendor, setVendor] = useState<Channel['vendor']>(channel?.vendor ?? 'wecom')
  const [name, setName] = useState(channel?.name ?? '')
  const [address, setAddress] = useState('')
  const [secret, setSecret] = useState('')
  const [language, setLanguage] = useState<Channel['language']>(channel?.language ?? 'zh-CN')
  const [kinds, setKinds] = useState<readonly string[]>(channel?.kinds ?? usual)
  const [showsContacts, setShowsContacts] = useState(channel?.showsContacts ?? false)
  const [teamId, setTeamId] = useState(channel?.teamId ?? null)
  const teams = useQuery(teamsQuery).data?.items ?? []
  const [enabled, setEnabled] = useState(channel?.enabled ?? true)
  const save = useMutation({
    meta: { shownInForm: true },
    mutationFn: async () => {
      const shared = { name: name.trim(), language, kinds: kinds as Kind[], showsContacts, enabled, teamId }
      const secrets = {
        ...(address.trim() === '' ? {} : { address: address.trim() }),
        ...(secret.trim() === '' ? {} : { secret: secret.trim() }),
      }
      if (channel === null) await createChannel({ vendor, ...shared, ...secrets, address: address.trim() })
      else await changeChannel(channel, { ...shared, ...secrets })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['channel'] })
      onClose()
    },
  })
  const errors = fieldErrors(save.error)
  return (
    <FormDialog
      title={channel === null ? m.notifications_channel_new() : channel.name}
      submit={m.notifications_save()}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      {channel === null && (
        <Segments
          label={m.notifications_vendor()}
          value={vendor}
          onChange={setVendor}
          options={(['wecom', 'dingtalk', 'feishu'] as const).map((value) => ({
            value,
            label: vendorWords[value](),
          }))}
        />
      )}
      <Field label={m.notifications_name()} required error={errors['name']}>
        {(control) => (
          <Input
            {...control}
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field
        label={m.notifications_address()}
        required={channel === null}
        hint={channel === null ? m.notifications_address_hint() : m.notifications_kept_hint()}
        error={errors['address']}
      >
        {(control) => (
          <Input
            {...control}
            type="url"
            autoComplete="off"
            required={channel === null}
            placeholder={addressHints[vendor]}
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        )}
      </Field>
      {vendor !== 'wecom' && (
        <Field
          label={m.notifications_signing_secret()}
          hint={channel?.signed ? m.notifications_kept_hint() : m.notifications_signing_secret_hint()}
          error={errors['secret']}
        >
          {(control) => (
            <Input
              {...control}
              type="password"
              autoComplete="new-password"
              value={secret}
              onChange={(event) => setSecret(event.target.value)}
            />
          )}
        </Field>
      )}
      <Segments
        label={m.app_language()}
        value={language}
        onChange={setLanguage}
        options={[
          { value: 'zh-CN', label: '简体中文' },
          { value: 'en', label: 'English' },
        ]}
      />
      <fieldset className="max-h-56 overflow-y-auto rounded-md border border-line px-3 py-2">
        <legend className="px-1 text-xs text-quiet">{m.notifications_hears()}</legend>
        <div className="grid gap-1.5 sm:grid-cols-2">
          {kindGroups
            .flatMap((group) => group.kinds)
            .map((kind) => (
              <CheckboxLine
                key={kind}
                checked={kinds.includes(kind)}
                onChange={(on) => setKinds(on ? [...kinds, kind] : kinds.filter((one) => one !== kind))}
              >
                {kindWords[kind]()}
              </CheckboxLine>
            ))}
        </div>
      </fieldset>
      {teams.length > 0 && (
        <Field label={m.notifications_channel_team()} hint={m.notifications_channel_team_hint()}>
          {(control) => (
            <Select
              {...control}
              value={teamId ?? ''}
              onChange={(team) => setTeamId(team === '' ? null : team)}
              options={[
                { value: '', label: m.notifications_channel_everybody() },
                ...teams.map((team) => ({ value: team.id, label: team.name })),
              ]}
            />
          )}
        </Field>
      )}
      <SwitchLine
        checked={showsContacts}
        onChange={setShowsContacts}
        hint={m.notifications_shows_contacts_hint()}
      >
        {m.notifications_shows_contacts()}
      </SwitchLine>
      <SwitchLine checked={enabled} onChange={setEnabled}>
        {m.notifications_enabled()}
      </SwitchLine>
    </FormDialog>
  )
}
