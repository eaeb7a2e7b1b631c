import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { formatDateTime } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Confirm } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { FormDialog } from './form-dialog.tsx'
import { roleOptions, roles } from './role-options.ts'
import { SecretDialog } from './secret-dialog.tsx'
import { createKey, keysQuery, type Role, revokeKey } from './settings-api.ts'

export function KeysTab() {
  const client = useQueryClient()
  const all = useQuery(keysQuery)
  const keys = all.data?.items
  const [making, setMaking] = useState(false)
  const [revoking, setRevoking] = useState<{ id: string; name: string } | null>(null)
  const revoke = useMutation({
    mutationFn: revokeKey,
    onSuccess: () => client.invalidateQueries({ queryKey: ['api-key'] }),
  })
  const now = new Date()
  const add = (
    <Button look="primary" icon={<Plus aria-hidden />} onClick={() => setMaking(true)}>
      {m.settings_key_new()}
    </Button>
  )
  if (all.error && !all.data) return <LoadFailed query={all} page />
  return (
    <>
      <Card flush>
        {keys?.length === 0 ? (
          <EmptyState icon={<KeyRound />} title={m.settings_keys_empty()} action={add}>
            {m.settings_keys_empty_text()}
          </EmptyState>
        ) : (
          <>
            <div className="flex justify-end p-3">{add}</div>
            <ul className="divide-y divide-line border-t border-line">
              {(keys ?? []).map((key) => (
                <li key={key.id} className="flex flex-wrap items-center gap-3 px-4 py-2.5 text-sm">
                  <div className="min-w-40 flex-1">
                    <div className="flex items-center gap-2 font-medium">
                      {key.name}
                      {key.revokedAt && <Badge tone="outline">{m.settings_key_revoked()}</Badge>}
                    </div>
                    <div className="text-xs text-quiet">
                      <code>{key.hint}</code> · {roles[key.role]()} ·{' '}
                      {key.lastUsedAt
                        ? m.settings_key_last_used({ at: formatDateTime(new Date(key.lastUsedAt), now) })
                        : m.settings_key_never_used()}
                    </div>
                  </div>
                  {!key.revokedAt && (
                    <Button size="sm" onClick={() => setRevoking(key)}>
                      {m.settings_key_revoke()}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Card>
      {making && <KeyDialog onClose={() => setMaking(false)} />}
      <Confirm
        open={revoking !== null}
        onOpenChange={(open) => !open && setRevoking(null)}
        title={m.settings_key_revoke_title({ name: revoking?.name ?? '' })}
        description={m.settings_key_revoke_text()}
        confirm={m.settings_key_revoke()}
        danger
        onConfirm={() => revoking && revoke.mutate(revoking.id)}
      />
    </>
  )
}

function KeyDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('sales_ops')
  const make = useMutation({
    meta: { shownInForm: true },
    mutationFn: () => createKey({ name: name.trim(), role }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['api-key'] }),
  })
  if (make.data)
    return (
      <SecretDialog
        title={m.settings_key_new()}
        text={m.settings_key_text()}
        secret={make.data.key}
        onClose={onClose}
      />
    )
  return (
    <FormDialog
      title={m.settings_key_new()}
      submit={m.settings_key_new()}
      busy={make.isPending}
      error={make.error}
      onSubmit={() => make.mutate()}
      onClose={onClose}
    >
      <Field label={m.settings_key_name()} required>
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
      <Field label={m.settings_role()} required>
        {(control) => <Select {...control} value={role} onChange={setRole} options={roleOptions()} />}
      </Field>
    </FormDialog>
  )
}
