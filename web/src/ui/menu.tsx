import { Check, ChevronRight } from 'lucide-react'
import { DropdownMenu as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { floatLook, itemLook } from './float-look.ts'
import { Keys } from './keys.tsx'
import { useLandmark } from './use-landmark.tsx'

type MenuProps = {
  trigger: ReactNode
  children: ReactNode
  align?: 'start' | 'end' | 'center'
  side?: 'top' | 'bottom'
  className?: string
  /** `false` where an item opens something of its own: focus going back to the trigger would close it again. */
  restoreFocus?: boolean
  /** Shown open: the menu was loaded because its trigger was pressed. */
  startOpen?: boolean
}

export function Menu({
  trigger,
  children,
  align = 'start',
  side = 'bottom',
  className,
  restoreFocus = true,
  startOpen = false,
}: MenuProps) {
  const { container, marker } = useLandmark()
  return (
    <Primitive.Root modal={false} defaultOpen={startOpen}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      {marker}
      <Primitive.Portal container={container}>
        <Primitive.Content
          align={align}
          side={side}
          sideOffset={4}
          onCloseAutoFocus={(event) => {
            if (!restoreFocus) event.preventDefault()
          }}
          collisionPadding={8}
          className={cx(
            floatLook,
            'max-h-(--radix-dropdown-menu-content-available-height) min-w-44 overflow-y-auto p-1',
            className,
          )}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

type MenuItemProps = {
  icon?: ReactNode
  children: ReactNode
  onSelect: () => void
  shortcut?: string
  danger?: boolean
  disabled?: boolean
}

export function MenuItem({
  icon,
  children,
  onSelect,
  shortcut,
  danger = false,
  disabled = false,
}: MenuItemProps) {
  return (
    <Primitive.Item
      disabled={disabled}
      onSelect={onSelect}
      className={cx(itemLook, danger && 'text-bad data-highlighted:bg-bad-tint data-highlighted:text-bad')}
    >
      {icon}
      <span className="flex-1">{children}</span>
      {shortcut && <Keys keys={shortcut} />}
    </Primitive.Item>
  )
}

type MenuCheckProps = {
  checked: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
  disabled?: boolean
}

/** Stays open, so several can be changed in one visit. */
export function MenuCheck({ checked, onChange, children, disabled = false }: MenuCheckProps) {
  return (
    <Primitive.CheckboxItem
      checked={checked}
      disabled={disabled}
      onCheckedChange={onChange}
      onSelect={(event) => event.preventDefault()}
      className={itemLook}
    >
      <span className="grid size-4 place-items-center">
        {checked && <Check className="text-accent" aria-hidden />}
      </span>
      {children}
    </Primitive.CheckboxItem>
  )
}

type MenuChoiceProps<V extends string> = {
  value: V
  onChange: (value: V) => void
  options: readonly { value: V; label: string; icon?: ReactNode }[]
}

export function MenuChoice<V extends string>({ value, onChange, options }: MenuChoiceProps<V>) {
  return (
    <Primitive.RadioGroup value={value} onValueChange={(next) => onChange(next as V)}>
      {options.map((option) => (
        <Primitive.RadioItem key={option.value} value={option.value} className={itemLook}>
          {option.icon}
          <span className="flex-1">{option.label}</span>
          <Primitive.ItemIndicator>
            <Check className="text-accent" aria-hidden />
          </Primitive.ItemIndicator>
        </Primitive.RadioItem>
      ))}
    </Primitive.RadioGroup>
  )
}

export function MenuMore({
  label,
  icon,
  children,
}: {
  label: string
  icon?: ReactNode
  children: ReactNode
}) {
  const { container, marker } = useLandmark()
  return (
    <Primitive.Sub>
      <Primitive.SubTrigger className={cx(itemLook, 'data-[state=open]:bg-ink/6')}>
        {icon}
        <span className="flex-1">{label}</span>
        <ChevronRight className="text-faint" aria-hidden />
      </Primitive.SubTrigger>
      {marker}
      <Primitive.Portal container={container}>
        <Primitive.SubContent sideOffset={4} className={cx(floatLook, 'min-w-40 p-1')}>
          {children}
        </Primitive.SubContent>
      </Primitive.Portal>
    </Primitive.Sub>
  )
}

export function MenuTitle({ children }: { children: ReactNode }) {
  return <Primitive.Label className="px-2 pb-1 pt-1.5 text-xs text-faint">{children}</Primitive.Label>
}

export function MenuLine() {
  return <Primitive.Separator className="-mx-1 my-1 h-px bg-line" />
}
