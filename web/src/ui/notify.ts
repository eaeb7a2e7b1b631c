/** Undo stays offered for 8 s; the toaster itself is loaded with the first message, not with the page. */
const UNDO_MS = 8000

type Notice = {
  text: string
  detail?: string
  tone?: 'plain' | 'good' | 'bad'
  undo?: () => void
  undoLabel?: string
  /** Until it is pressed or put away. */
  stays?: boolean
}

const toaster = () => import('./toaster.tsx')

export async function notify({
  text,
  detail,
  tone = 'plain',
  undo,
  undoLabel,
  stays = false,
}: Notice): Promise<void> {
  const { show } = await toaster()
  show(text, {
    tone,
    ...(detail ? { detail } : {}),
    ...(undo
      ? { undo, undoLabel: undoLabel ?? '', durationMs: stays ? Number.POSITIVE_INFINITY : UNDO_MS }
      : { durationMs: tone === 'bad' ? UNDO_MS : 4000 }),
  })
}

/** Called when the page has nothing better to do, so a message about a lost network does not need the network. */
export function preloadToaster(): void {
  void toaster()
}
