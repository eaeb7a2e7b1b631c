import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Minus, Plus } from 'lucide-react'
import { LoadFailed } from '../../app/load-failed.tsx'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { notify } from '../../ui/notify.ts'
import { type Document, type Policy, presetsQuery, saveDraft } from './policy-api.ts'
import { pointText, presetName } from './preset-words.ts'

export function PresetsTab({
  policy,
  mayEdit,
  onUsed,
}: {
  policy: Policy
  mayEdit: boolean
  onUsed: () => void
}) {
  const offered = useQuery(presetsQuery)
  const presets = offered.data?.items ?? []
  const client = useQueryClient()
  const use = useMutation({
    mutationFn: (document: Document) => saveDraft(policy, document),
    onSuccess: async () => {
      void notify({ text: m.policy_preset_used(), tone: 'good' })
      await client.invalidateQueries({ queryKey: ['policy'] })
      onUsed()
    },
  })
  if (offered.error && !offered.data) return <LoadFailed query={offered} page />
  return (
    <div className="grid grid-cols-3 gap-4 max-xl:grid-cols-2 max-md:grid-cols-1">
      {presets.map((preset) => (
        <Card key={preset.id} title={presetName(preset.id)}>
          <div className="flex h-full flex-col items-start">
            <ul className="flex flex-col gap-1.5 text-sm">
              {preset.pros.map((code) => (
                <li key={code} className="flex items-start gap-2">
                  <Plus className="mt-0.5 size-4 shrink-0 text-accent" aria-label={m.policy_pros()} />
                  {pointText(code)}
                </li>
              ))}
              {preset.cons.map((code) => (
                <li key={code} className="flex items-start gap-2 text-quiet">
                  <Minus className="mt-0.5 size-4 shrink-0" aria-label={m.policy_cons()} />
                  {pointText(code)}
                </li>
              ))}
            </ul>
            <span className="h-3" aria-hidden />
            {mayEdit && (
              <Button
                size="sm"
                className="mt-auto"
                busy={use.isPending && use.variables === preset.document}
                onClick={() => use.mutate(preset.document)}
              >
                {m.policy_preset_use()}
              </Button>
            )}
          </div>
        </Card>
      ))}
    </div>
  )
}
