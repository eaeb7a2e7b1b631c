import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { m } from '../i18n/messages.ts'
import { IconButton } from './button.tsx'
import { cx } from './cx.ts'
import { useHotkeys } from './hotkeys.ts'
import { SheetHandle } from './sheet-handle.tsx'
import { useIsPhone } from './use-media.ts'

type PanelProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  subtitle?: ReactNode
  children: ReactNode
  actions?: ReactNode
  /** Neighbours in the list behind: ↑/↓ while the panel is open. */
  onPrevious?: (() => void) | undefined
  onNext?: (() => void) | undefined
}

/** 440 px beside a list that stays usable on the desktop; an 85 % sheet over everything on the phone. */
export function Panel({
  open,
  onOpenChange,
  title,
  subtitle,
  children,
  actions,
  onPrevious,
  onNext,
}: PanelProps) {
  const phone = useIsPhone()
  const sheet = useRef<HTMLDivElement>(null)
  useHotkeys(
    {
      ...(onPrevious ? { ArrowUp: onPrevious } : {}),
      ...(onNext ? { ArrowDown: onNext } : {}),
      ...(phone ? {} : { Escape: () => onOpenChange(false) }),
    },
    open,
  )

  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange} modal={phone}>
      <Primitive.Portal>
        {phone && <Primitive.Overlay className="enter-scrim fixed inset-0 z-40 bg-[var(--scrim)]" />}
        <Primitive.Content
          ref={sheet}
          aria-describedby={undefined}
          {...(phone ? { 'data-modal': '' } : {})}
          onInteractOutside={(event) => {
            if (!phone) event.preventDefault()
          }}
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            sheet.current?.focus()
          }}
          tabIndex={-1}
          className={cx(
            'fixed z-40 flex flex-col bg-raised shadow-float outline-none',
            phone
              ? 'enter-sheet inset-x-0 bottom-0 h-[85dvh] rounded-t-xl transition-transform duration-75'
              : 'enter-right inset-y-0 right-0 w-110 border-l border-line bg-surface',
          )}
        >
          {phone && <SheetHandle sheet={sheet} onClose={() => onOpenChange(false)} />}
          <header className="flex min-h-14 items-center gap-1 border-b border-line px-5 py-2.5 max-md:pt-0">
            <div className="min-w-0 flex-1">
              <Primitive.Title className="truncate text-md font-semibold">{title}</Primitive.Title>
              {subtitle && <div className="truncate text-xs text-quiet">{subtitle}</div>}
            </div>
            {(onPrevious || onNext) && (
              <>
                <IconButton
                  label={m.ui_previous_record()}
                  size="sm"
                  icon={<ChevronUp aria-hidden />}
                  onClick={onPrevious}
                  disabled={!onPrevious}
                />
                <IconButton
                  label={m.ui_next_record()}
                  size="sm"
                  icon={<ChevronDown aria-hidden />}
                  onClick={onNext}
                  disabled={!onNext}
                />
              </>
            )}
            <Primitive.Close asChild>
              <IconButton label={m.ui_close()} size="sm" icon={<X aria-hidden />} className="-mr-2" />
            </Primitive.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-4">{children}</div>
          {actions && (
            <footer className="safe-bottom flex justify-end gap-2 border-t border-line px-5 py-3 max-md:[&>*]:flex-1">
              {actions}
            </footer>
          )}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

export function PanelSection({
  title,
  aside,
  children,
}: {
  title: string
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="mb-6 last:mb-0">
      <div className="mb-2 flex items-baseline justify-between">
        <h3 className="text-sm font-medium text-quiet">{title}</h3>
        {aside && <div className="text-xs text-faint">{aside}</div>}
      </div>
      {children}
    </section>
  )
}
