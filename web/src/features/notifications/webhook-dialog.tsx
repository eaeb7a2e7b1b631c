import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldErrors } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'
import { CheckboxLine } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { FormDialog } from '../settings/form-dialog.tsx'
import { changeWebhook, createWebhook, type Webhook, type Webhooks } from './channel-api.ts'
import './target-problems.ts'

export function WebhookDialog({
  webhook,
  eventTypes,
  onMade,
  onClose,
}: {
  webhook: Webhook | null
  eventTypes: Webhooks['eventTypes']
  /** With the secret, which is shown this once. */
  onMade: (secret: string) => void
  onClose: () => void
}) {
  const client = useQueryClient()
  const [url, setUrl] = useState(webhook?.url ?? '')
  const [description, setDescription] = useState(webhook?.description ?? '')
  const [types, setTypes] = useState<readonly string[]>(webhook?.eventTypes ?? [])
  const save = useMutation({
    meta: { shownInForm: true },
    mutationFn: async () => {
      const body = { url: url.trim(), description: description.trim(), eventTypes: [...types] }
      if (webhook === null) return (await createWebhook(body)).secret
      await changeWebhook(webhook, body)
      return null
    },
    onSuccess: async (secret) => {
      await client.invalidateQueries({ queryKey: ['webhook'] })
      onClose()
      if (secret !== null) onMade(secret)
    },
  })
  const errors = fieldErrors(save.error)
  return (
    <FormDialog
      title={webhook === null ? m.notifications_webhook_new() : m.notifications_webhook_edit()}
      submit={m.notifications_save()}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <Field label={m.notifications_url()} required hint={m.notifications_url_hint()} error={errors['url']}>
        {(control) => (
          <Input
            {...control}
            type="url"
            required
            placeholder="https://example.com/peineng"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        )}
      </Field>
      <Field label={m.notifications_description()}>
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        )}
      </Field>
      <fieldset className="max-h-64 overflow-y-auto rounded-md border border-line px-3 py-2">
        <legend className="px-1 text-xs text-quiet">{m.notifications_events_hint()}</legend>
        <div className="grid gap-1.5 sm:grid-cols-2">
          {eventTypes.map(({ type }) => (
            <CheckboxLine
              key={type}
              checked={types.includes(type)}
              onChange={(on) => setTypes(on ? [...types, type] : types.filter((one) => one !== type))}
            >
              <code className="text-xs">{type}</code>
            </CheckboxLine>
          ))}
        </div>
      </fieldset>
    </FormDialog>
  )
}
