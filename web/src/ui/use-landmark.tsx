import { type ReactNode, useCallback, useState } from 'react'

/**
 * Where something that floats is put in the document: into the dialog or landmark its trigger stands in, not at the end of
 * the body. Readers then find it in its region, and a modal that hides the rest of the page does not hide its own menus.
 */
export function useLandmark(): { container: HTMLElement | null; marker: ReactNode } {
  const [container, setContainer] = useState<HTMLElement | null>(null)
  const find = useCallback((marker: HTMLElement | null) => {
    setContainer(marker?.closest<HTMLElement>('[role=dialog], main, aside, nav') ?? null)
  }, [])
  return { container, marker: <span hidden ref={find} /> }
}
