/** One thing that happened to a ticket of a published log. */
export interface ReplayStep {
  readonly at: number
  readonly ticket: string
  readonly kind: 'arrive' | 'change' | 'act' | 'close'
  /** Whose hands, as a number; reps are numbered likewise. */
  readonly resource: number
}

const numberOf = (text: string): number => Number(/\d+/.exec(text)?.[0] ?? 0)

/** The first so many tickets whose whole life lies in the log, in the order of time. */
function firstTickets(steps: readonly ReplayStep[], tickets: number): ReplayStep[] {
  const chosen = new Set<string>()
  for (const step of steps) {
    if (step.kind === 'arrive' && chosen.size < tickets) chosen.add(step.ticket)
    if (chosen.size === tickets) break
  }
  return steps.filter((step) => chosen.has(step.ticket))
}

// Total order: what happens at one second keeps the order of the log.
const inTime = (steps: readonly ReplayStep[]): ReplayStep[] =>
  steps
    .map((step, place) => ({ step, place }))
    .sort((a, b) => a.step.at - b.step.at || a.place - b.place)
    .map(({ step }) => step)

/**
 * A ticket of ours between theirs: a call and a change of hands in one millisecond, once in either order, an hour apart.
 * The call before the change is the former owner's, the one after it the new one's, whatever the clock says of both.
 */
export function withTies(steps: readonly ReplayStep[]): ReplayStep[] {
  const first = steps[0]?.at ?? 0
  const hour = 3_600_000
  const tied = (ticket: string, last: readonly ('change' | 'act')[]): ReplayStep[] => [
    { at: first, ticket, kind: 'arrive', resource: 1 },
    { at: first + hour, ticket, kind: 'change', resource: 1001 },
    ...last.map((kind): ReplayStep => ({ at: first + 2 * hour, ticket, kind, resource: 1002 })),
  ]
  return inTime([
    ...steps,
    ...tied('called, then changed hands', ['act', 'change']),
    ...tied('changed hands, then called', ['change', 'act']),
  ])
}

/** `helpdesk.csv`: the first event of a case is its arrival, another resource a change of hands, `Closed` its end. */
export function helpdeskSteps(text: string, tickets: number): ReplayStep[] {
  const rows = text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .map((cells) => ({
      act: cells[0] ?? '',
      resource: numberOf(cells[2] ?? ''),
      at: Date.parse((cells[3] ?? '').replace(' ', 'T')),
      ticket: cells[6] ?? '',
    }))
    .sort((a, b) => a.at - b.at)
  const holder = new Map<string, number>()
  const closed = new Set<string>()
  const steps: ReplayStep[] = []
  for (const { act, resource, at, ticket } of rows) {
    if (closed.has(ticket)) continue
    const held = holder.get(ticket)
    holder.set(ticket, resource)
    if (held === undefined) steps.push({ at, ticket, kind: 'arrive', resource })
    else if (act === 'Closed') {
      closed.add(ticket)
      steps.push({ at, ticket, kind: 'close', resource })
    } else if (held !== resource) steps.push({ at, ticket, kind: 'change', resource })
    else if (act !== 'Wait') steps.push({ at, ticket, kind: 'act', resource })
  }
  return firstTickets(inTime(steps), tickets)
}

/** ServiceNow's log: a line per update; opened, given to another group, worked on, closed. Dates are d/m/y. */
export function incidentSteps(text: string, tickets: number): ReplayStep[] {
  const dated = (cell: string): number => {
    const [, day = '', month = '', year = '', hour = '', minute = ''] =
      /^(\d+)\/(\d+)\/(\d+) (\d+):(\d+)$/.exec(cell) ?? []
    return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute))
  }
  const holder = new Map<string, string>()
  const steps: ReplayStep[] = []
  for (const line of text.trim().split('\n').slice(1)) {
    const cells = line.split(',')
    const [ticket = '', state = ''] = cells
    const at = dated(cells[13] ?? '')
    const group = cells[23] ?? ''
    if (!Number.isFinite(at)) continue
    const held = holder.get(ticket)
    holder.set(ticket, group)
    const resource = numberOf(group)
    if (held === undefined) steps.push({ at: dated(cells[9] ?? ''), ticket, kind: 'arrive', resource })
    if (state === 'Closed') steps.push({ at, ticket, kind: 'close', resource })
    else if (held !== undefined && held !== group) steps.push({ at, ticket, kind: 'change', resource })
    else if (state !== 'New') steps.push({ at, ticket, kind: 'act', resource })
  }
  return firstTickets(inTime(steps.filter((step) => Number.isFinite(step.at))), tickets)
}
