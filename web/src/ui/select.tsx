import { Check, ChevronDown } from 'lucide-react'
import { Select as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { type ControlProps, controlHeight, controlLook } from './control-look.ts'
import { cx } from './cx.ts'
import { floatLook, itemLook } from './float-look.ts'

export type Option<V extends string = string> = {
  value: V
  label: string
  hint?: string
  icon?: ReactNode
  disabled?: boolean
}

type SelectProps<V extends string> = Partial<ControlProps> & {
  value: V | null
  onChange: (value: V) => void
  options: readonly Option<V>[]
  placeholder?: string
  disabled?: boolean
  label?: string
  className?: string
}

export function Select<V extends string>({
  value,
  onChange,
  options,
  placeholder,
  disabled = false,
  label,
  className,
  ...control
}: SelectProps<V>) {
  return (
    <Primitive.Root value={value ?? ''} onValueChange={(next) => onChange(next as V)} disabled={disabled}>
      <Primitive.Trigger
        {...control}
        {...(label ? { 'aria-label': label } : {})}
        className={cx(
          controlLook,
          controlHeight,
          'flex items-center justify-between gap-2 text-left data-placeholder:text-faint',
          className,
        )}
      >
        <span className="truncate">
          <Primitive.Value placeholder={placeholder} />
        </span>
        <Primitive.Icon asChild>
          <ChevronDown className="size-4 shrink-0 text-faint" aria-hidden />
        </Primitive.Icon>
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          position="popper"
          sideOffset={4}
          className={cx(
            floatLook,
            'max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width)',
          )}
        >
          <Primitive.Viewport className="p-1">
            {options.map((option) => (
              <Primitive.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled ?? false}
                className={cx(itemLook, 'pr-8')}
              >
                {option.icon}
                <Primitive.ItemText>{option.label}</Primitive.ItemText>
                {option.hint && <span className="ml-auto text-xs text-faint">{option.hint}</span>}
                <Primitive.ItemIndicator className="absolute right-2">
                  <Check className="size-4 text-accent" aria-hidden />
                </Primitive.ItemIndicator>
              </Primitive.Item>
            ))}
          </Primitive.Viewport>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
