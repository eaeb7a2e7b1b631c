import { CircleAlert, CircleCheck } from 'lucide-react'
import { createRoot } from 'react-dom/client'
import { Toaster, toast } from 'sonner'
import { m } from '../i18n/messages.ts'

type Shown = {
  tone: 'plain' | 'good' | 'bad'
  detail?: string
  undo?: () => void
  undoLabel?: string
  durationMs: number
}

const host = document.createElement('div')
document.body.append(host)
createRoot(host).render(
  <Toaster
    position="bottom-center"
    containerAriaLabel={m.ui_messages()}
    offset={{ bottom: 24 }}
    mobileOffset={{ bottom: 'calc(72px + env(safe-area-inset-bottom))' }}
    toastOptions={{
      unstyled: true,
      classNames: {
        toast:
          'pointer-events-auto flex w-full items-center gap-2.5 rounded-lg bg-ink px-4 py-3 font-sans text-sm text-page shadow-float md:w-96',
        content: 'min-w-0 flex-1',
        title: 'font-medium',
        description: 'opacity-80',
        icon: 'shrink-0 [&_svg]:size-4',
        actionButton:
          '-my-1 h-8 shrink-0 rounded-md px-2.5 font-medium text-page underline-offset-2 hover:bg-page/15',
      },
    }}
    icons={{ success: <CircleCheck aria-hidden />, error: <CircleAlert aria-hidden /> }}
  />,
)

export function show(text: string, { tone, detail, undo, undoLabel, durationMs }: Shown): void {
  const options = {
    duration: durationMs,
    ...(detail ? { description: detail } : {}),
    ...(undo ? { action: { label: undoLabel || m.ui_undo(), onClick: undo } } : {}),
  }
  if (tone === 'good') toast.success(text, options)
  else if (tone === 'bad') toast.error(text, options)
  else toast(text, options)
}
