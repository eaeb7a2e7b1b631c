/** What a lead is called: its company, or whoever asked. Apart from the actions, which a list does not need to load. */
export const leadTitle = (lead: { company: string; name: string }): string => lead.company || lead.name
