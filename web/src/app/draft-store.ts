import { DRAFTS } from './forget-drafts.ts'

/** A weekend: what was begun on Friday evening is still there on Monday morning. Then nobody misses it. */
const KEPT_MS = 3 * 86_400_000

type Changes = Readonly<Record<string, unknown>>
export type KeptDraft = { at: number; changes: Changes }

/**
 * What a person typed and has not saved, in this tab only (sessionStorage): forms hold names and numbers of customers,
 * and a machine that others use forgets them with the window. One person's are never read for another.
 */
const keyOf = (person: string, form: string): string => `${DRAFTS}${person}.${form}`

function parsed(text: string | null, now: number): KeptDraft | null {
  try {
    const kept = JSON.parse(text ?? 'null') as KeptDraft | null
    return kept !== null && now - kept.at < KEPT_MS ? kept : null
  } catch {
    return null
  }
}

export function readDraft(person: string, form: string, now = Date.now()): KeptDraft | null {
  return parsed(sessionStorage.getItem(keyOf(person, form)), now)
}

export function keepDraft(person: string, form: string, changes: Changes, now = Date.now()): void {
  try {
    if (Object.keys(changes).length === 0) sessionStorage.removeItem(keyOf(person, form))
    else sessionStorage.setItem(keyOf(person, form), JSON.stringify({ at: now, changes } satisfies KeptDraft))
  } catch {
    // The browser's store is full or off: the form works on, only a reload would lose what is in it.
  }
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

/** What of it is still a change against the record as it stands now. */
export function changesOf<T extends object>(typed: Partial<T>, initial: T): Partial<T> {
  const entries = Object.entries(typed).filter(([key, value]) => !same(value, initial[key as keyof T]))
  return Object.fromEntries(entries) as Partial<T>
}
