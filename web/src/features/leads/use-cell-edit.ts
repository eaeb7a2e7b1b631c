import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { m } from '../../i18n/messages.ts'
import type { Column } from '../../ui/data-table/column.ts'
import { notify } from '../../ui/notify.ts'
import { editLead, type Lead, type LeadEdit } from './lead-api.ts'
import { leadTitle } from './lead-title.ts'
import { useLeadRights } from './use-lead-actions.ts'

type Change = {
  lead: Pick<Lead, 'id' | 'version' | 'company' | 'name'>
  body: LeadEdit
  undo: LeadEdit | null
}
export type CellEdits = Readonly<Record<'name' | 'amount', NonNullable<Column<Lead>['edit']>>>

/**
 * Fields changed where they stand in the list. Saved against the version that was read, so whoever comes second is told;
 * the message offers the way back. The same object while the table scrolls, or every row would be drawn again.
 */
export function useCellEdit(): CellEdits {
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: ({ lead, body }: Change) => editLead(lead.id, lead.version, body),
    onSuccess: (saved, { undo }) => {
      void notify({
        text: undo ? m.leads_cell_saved({ name: leadTitle(saved) }) : m.leads_cell_restored(),
        tone: 'good',
        ...(undo
          ? {
              undo: () => latest.current.change({ lead: saved, body: undo, undo: null }),
              undoLabel: m.ui_undo(),
            }
          : {}),
      })
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['lead'] }),
  })
  const rights = useLeadRights()
  const latest = useRef({ rights, change: save.mutate })
  latest.current = { rights, change: save.mutate }
  return useMemo(() => {
    const may = (lead: Lead) => latest.current.rights(lead).edit && !lead.masked
    const change = (change: Change) => latest.current.change(change)
    return {
      name: {
        may,
        value: (lead) => lead.name,
        save: (lead, name) => change({ lead, body: { name }, undo: { name: lead.name } }),
      },
      amount: {
        may,
        value: (lead) => (lead.amount === null ? '' : String(lead.amount)),
        save: (lead, typed) =>
          change({ lead, body: { amount: typed.trim() || null }, undo: { amount: lead.amount } }),
      },
    }
  }, [])
}
