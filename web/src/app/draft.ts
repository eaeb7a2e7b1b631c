import { useCallback, useEffect, useState } from 'react'

const PREFIX = 'peineng.draft.'

/**
 * State that survives a reload, an expired session and a crash of the page: what a person typed, until it is saved.
 * Kept in this tab only (sessionStorage), so a shared machine forgets it with the window.
 */
export function useDraft(name: string, initial: string): [string, (text: string) => void, () => void] {
  const key = `${PREFIX}${name}`
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? initial)
  useEffect(() => {
    if (text === initial) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, text)
  }, [key, text, initial])
  const forget = useCallback(() => {
    sessionStorage.removeItem(key)
    setText(initial)
  }, [key, initial])
  return [text, setText, forget]
}

/** After signing out, or when another person signs in here. */
export function forgetAllDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
}
