import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { m } from '../i18n/messages.ts'
import { Button, IconButton } from './button.tsx'
import { cx } from './cx.ts'
import { SheetHandle } from './sheet-handle.tsx'
import { useIsPhone } from './use-media.ts'

type DialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: ReactNode
  children?: ReactNode
  /** Buttons, the decisive one last. */
  actions?: ReactNode
  wide?: boolean
  /** Nothing outside may close it (a session that must be renewed). */
  insistent?: boolean
}

/** A card in the middle on the desktop, a sheet from below on the phone. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  actions,
  wide = false,
  insistent = false,
}: DialogProps) {
  const phone = useIsPhone()
  const sheet = useRef<HTMLDivElement>(null)
  const stay = (event: Event) => {
    if (insistent) event.preventDefault()
  }
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="enter-scrim fixed inset-0 z-50 bg-[var(--scrim)]" />
        <Primitive.Content
          ref={sheet}
          data-modal=""
          // On a phone a first field that has the focus would bring the keyboard over the others before they are read.
          onOpenAutoFocus={(event) => {
            if (!phone) return
            event.preventDefault()
            sheet.current?.focus()
          }}
          onEscapeKeyDown={stay}
          onPointerDownOutside={(event) => {
            stay(event)
            // A message over the dialog is answered without closing what is typed in below it.
            const pressed = event.detail.originalEvent.target
            if (pressed instanceof Element && pressed.closest('[data-sonner-toaster]')) event.preventDefault()
          }}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cx(
            'enter-sheet fixed z-50 flex flex-col bg-raised shadow-float outline-none',
            'max-md:inset-x-0 max-md:bottom-0 max-md:max-h-[85dvh] max-md:rounded-t-xl',
            'md:left-1/2 md:top-[18vh] md:max-h-[70vh] md:-translate-x-1/2 md:rounded-lg',
            // A phone held sideways is as wide as a desk and 390 px high.
            'md:[@media(height<30rem)]:top-2 md:[@media(height<30rem)]:max-h-[calc(100dvh-1rem)]',
            wide ? 'md:w-160' : 'md:w-110',
          )}
        >
          {phone && !insistent && <SheetHandle sheet={sheet} onClose={() => onOpenChange(false)} />}
          <header className={cx('flex items-start gap-3 px-5 pb-1', phone && !insistent ? 'pt-0' : 'pt-4')}>
            <Primitive.Title className="flex-1 text-md font-semibold">{title}</Primitive.Title>
            {!insistent && (
              <Primitive.Close asChild>
                <IconButton
                  label={m.ui_close()}
                  size="sm"
                  icon={<X aria-hidden />}
                  className="-mr-2 -mt-0.5"
                />
              </Primitive.Close>
            )}
          </header>
          {description && (
            <Primitive.Description className="px-5 text-sm text-quiet">{description}</Primitive.Description>
          )}
          {children && <div className="min-h-0 flex-1 overflow-y-auto px-5 py-3">{children}</div>}
          {actions && (
            <footer className="safe-bottom flex flex-wrap justify-end gap-2 px-5 pb-4 pt-3 max-md:[&>*]:flex-1">
              {actions}
            </footer>
          )}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

type ConfirmProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description: ReactNode
  confirm: string
  onConfirm: () => void
  danger?: boolean
}

/** Only for what cannot be undone, or for more than 50 records. */
export function Confirm({ confirm, onConfirm, danger = false, ...rest }: ConfirmProps) {
  return (
    <Dialog
      {...rest}
      actions={
        <>
          <Button onClick={() => rest.onOpenChange(false)}>{m.ui_cancel()}</Button>
          <Button
            look={danger ? 'danger' : 'primary'}
            onClick={() => {
              rest.onOpenChange(false)
              onConfirm()
            }}
          >
            {confirm}
          </Button>
        </>
      }
    />
  )
}
