import type { LogSubject } from '../activities/log-dialog.tsx'

/** What a lead is called: its company, or whoever asked. Apart from the actions, which a list does not need to load. */
export const leadTitle = (lead: { company: string; name: string }): string => lead.company || lead.name

/** The same as what a note is written about. */
export const aboutLead = (lead: { id: string; company: string; name: string }): LogSubject => ({
  kind: 'lead',
  id: lead.id,
  name: leadTitle(lead),
  person: lead.name,
})
