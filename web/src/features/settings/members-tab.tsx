import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { useSession } from '../../app/session/session.ts'
import { formatDay } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { notify } from '../../ui/notify.ts'
import { Avatar } from '../../ui/person-chip.tsx'
import { Select } from '../../ui/select.tsx'
import { FormDialog } from './form-dialog.tsx'
import { roleOptions, roles } from './role-options.ts'
import { SecretDialog } from './secret-dialog.tsx'
import {
  changeMember,
  invitationsQuery,
  invite,
  type Member,
  membersQuery,
  type Role,
  withdraw,
} from './settings-api.ts'

export function MembersTab({ mayManage }: { mayManage: boolean }) {
  const client = useQueryClient()
  const me = useSession().data?.id
  const all = useQuery(membersQuery)
  const members = all.data?.items ?? []
  const [inviting, setInviting] = useState(false)
  const change = useMutation({
    mutationFn: ({ member, ...body }: { member: Member; role?: Role; status?: Member['status'] }) =>
      changeMember(member, body),
    onSuccess: async (_, { status }) => {
      void notify({
        text: status === 'inactive' ? m.settings_deactivated() : m.settings_saved(),
        tone: 'good',
      })
      await client.invalidateQueries({ queryKey: ['member'] })
    },
  })
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_22rem] items-start gap-4 max-lg:grid-cols-1">
      <Card
        title={m.settings_tab_members()}
        flush
        aside={
          mayManage && (
            <Button size="sm" look="tint" icon={<UserPlus aria-hidden />} onClick={() => setInviting(true)}>
              {m.settings_invite()}
            </Button>
          )
        }
      >
        {all.error && !all.data && (
          <div className="px-4 py-3">
            <LoadFailed query={all} />
          </div>
        )}
        <ul className="mt-1.5 divide-y divide-line border-t border-line">
          {members.map((member) => (
            <li key={member.id} className="flex flex-wrap items-center gap-3 px-4 py-2.5 text-sm">
              <Avatar name={member.name} seed={member.id} />
              <div className="min-w-40 flex-1">
                <div className="flex items-center gap-2 font-medium">
                  {member.name}
                  {member.status === 'inactive' && (
                    <Badge tone="outline">{m.settings_status_inactive()}</Badge>
                  )}
                </div>
                <div className="truncate text-xs text-quiet">{member.email}</div>
              </div>
              {mayManage && member.id !== me ? (
                <>
                  <Select
                    className="w-40"
                    label={`${m.settings_role()}: ${member.name}`}
                    value={member.role}
                    onChange={(role) => change.mutate({ member, role })}
                    options={roleOptions()}
                  />
                  <Button
                    size="sm"
                    onClick={() =>
                      change.mutate({ member, status: member.status === 'active' ? 'inactive' : 'active' })
                    }
                  >
                    {member.status === 'active' ? m.settings_deactivate() : m.settings_activate()}
                  </Button>
                </>
              ) : (
                <span className="text-quiet">{roles[member.role]()}</span>
              )}
            </li>
          ))}
        </ul>
      </Card>
      {mayManage && <Invitations />}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </div>
  )
}

function Invitations() {
  const client = useQueryClient()
  const now = new Date()
  const all = useQuery(invitationsQuery).data?.items ?? []
  const open = all.filter((entry) => !entry.usedAt && Date.parse(entry.expiresAt) > now.getTime())
  const remove = useMutation({
    mutationFn: withdraw,
    onSuccess: () => client.invalidateQueries({ queryKey: ['invitation'] }),
  })
  return (
    <Card title={m.settings_invitations()}>
      {open.length === 0 && <p className="text-sm text-quiet">{m.settings_invitations_empty()}</p>}
      <ul className="flex flex-col gap-2.5">
        {open.map((entry) => (
          <li key={entry.id} className="flex items-center gap-3 text-sm">
            <div className="min-w-0 flex-1">
              <div className="truncate">{entry.email ?? m.settings_invitation_any()}</div>
              <div className="text-xs text-quiet">
                {roles[entry.role]()} ·{' '}
                {m.settings_expires({ at: formatDay(new Date(entry.expiresAt), now) })}
              </div>
            </div>
            <Button size="sm" busy={remove.isPending} onClick={() => remove.mutate(entry.id)}>
              {m.settings_withdraw()}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function InviteDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('rep')
  const make = useMutation({
    meta: { shownInForm: true },
    mutationFn: () => invite({ role, ...(email.trim() ? { email: email.trim() } : {}) }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['invitation'] }),
  })
  if (make.data)
    return (
      <SecretDialog
        title={m.settings_link()}
        text={m.settings_link_text()}
        secret={make.data.link}
        onClose={onClose}
      />
    )
  return (
    <FormDialog
      title={m.settings_invite()}
      description={m.settings_invite_text()}
      submit={m.settings_invite()}
      busy={make.isPending}
      error={make.error}
      onSubmit={() => make.mutate()}
      onClose={onClose}
    >
      <Field label={m.settings_role()} required>
        {(control) => <Select {...control} value={role} onChange={setRole} options={roleOptions()} />}
      </Field>
      <Field label={m.settings_email()} hint={m.settings_email_hint()}>
        {(control) => (
          <Input {...control} type="email" value={email} onChange={(event) => setEmail(event.target.value)} />
        )}
      </Field>
    </FormDialog>
  )
}
