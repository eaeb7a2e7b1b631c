import { useCallback, useEffect, useMemo, useState } from 'react'
import { changesOf, keepDraft, readDraft } from './draft-store.ts'
import { useSession } from './session/session.ts'

export type Draft<T extends object> = {
  values: T
  /** Several fields at once; the others stay. */
  set: (change: Partial<T>) => void
  /** When what is in the form was typed, if it is from before and the person has not said whether to go on with it. */
  keptAt: number | null
  /** Yes, go on. */
  resume: () => void
  /** No, or: it is saved now. The form is as it was before anything was typed. */
  forget: () => void
}

type State<T> = { form: string; changes: Partial<T>; keptAt: number | null; typedAt: number }

function begin<T extends object>(person: string, form: string, initial: T): State<T> {
  const kept = readDraft(person, form)
  const changes = changesOf((kept?.changes ?? {}) as Partial<T>, initial)
  const any = kept !== null && Object.keys(changes).length > 0
  return { form, changes, keptAt: any ? kept.at : null, typedAt: kept?.at ?? 0 }
}

/**
 * The state of a form, which outlives a reload, a closed sheet, a way back and an ended session until it is saved. Only
 * what differs from `initial` is kept and laid over it: where somebody else changed the record meanwhile, their fields
 * show and ours stay. Show `DraftNotice` above the fields.
 */
export function useDraft<T extends object>(name: string, initial: T): Draft<T> {
  const person = useSession().data?.id ?? ''
  const form = name
  const [state, setState] = useState(() => begin(person, form, initial))
  // The same form for another record: its own draft, never this one's.
  let current = state
  if (state.form !== form) {
    current = begin(person, form, initial)
    setState(current)
  }
  const { changes, keptAt, typedAt } = current
  useEffect(() => {
    if (person !== '') keepDraft(person, form, changes, typedAt)
  }, [person, form, changes, typedAt])

  const set = (change: Partial<T>) =>
    setState((before) => ({
      ...before,
      changes: changesOf({ ...before.changes, ...change }, initial),
      typedAt: Date.now(),
    }))
  const resume = useCallback(() => setState((before) => ({ ...before, keptAt: null })), [])
  const forget = useCallback(() => {
    // At once: whoever saves often closes the form in the same breath, and no effect runs any more.
    if (person !== '') keepDraft(person, form, {})
    setState({ form, changes: {}, keptAt: null, typedAt: 0 })
  }, [person, form])
  const values = useMemo(() => ({ ...initial, ...changes }), [initial, changes])
  return { values, set, keptAt, resume, forget }
}
