import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { problemSentence } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { notify } from '../../ui/notify.ts'
import { saveFile } from '../../ui/save-file.ts'
import { useRefreshAfterMove } from '../assignment/decision-api.ts'
import { eraseLeadPerson, exportLeadPerson, type Lead } from './lead-api.ts'
import { leadTitle } from './lead-title.ts'

/** What is kept about the person behind a lead: to be handed over, or taken out for good. */
export function PersonDialog({ lead, onClose }: { lead: Lead; onClose: () => void }) {
  const [sure, setSure] = useState(false)
  const refresh = useRefreshAfterMove()
  const save = useMutation({
    meta: { shownInForm: true },
    mutationFn: () => exportLeadPerson(lead.id),
    onSuccess: (kept) =>
      saveFile(
        `person-${lead.id}.json`,
        new Blob([JSON.stringify(kept, null, 2)], { type: 'application/json' }),
      ),
  })
  const erase = useMutation({
    meta: { shownInForm: true },
    mutationFn: () => eraseLeadPerson(lead.id),
    onSuccess: async () => {
      void notify({ text: m.leads_person_erased(), tone: 'good' })
      await refresh()
      onClose()
    },
  })
  const error = save.error ?? erase.error
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${m.leads_person()} · ${leadTitle(lead)}`}
      actions={
        <>
          <Button busy={save.isPending} onClick={() => save.mutate()}>
            {m.leads_person_export()}
          </Button>
          <Button
            look="danger"
            busy={erase.isPending}
            onClick={() => (sure ? erase.mutate() : setSure(true))}
          >
            {sure ? m.leads_person_erase_sure() : m.leads_person_erase()}
          </Button>
        </>
      }
    >
      {error && (
        <p role="alert" className="mb-3 rounded-md bg-bad-tint px-3 py-2 text-sm text-bad">
          {problemSentence(error)}
        </p>
      )}
      <p className="text-sm">{m.leads_person_text()}</p>
      {sure && (
        <p role="status" className="mt-3 rounded-md bg-bad-tint px-3 py-2 text-sm text-bad">
          {m.leads_person_warning()}
        </p>
      )}
    </Dialog>
  )
}
