import type { ReactNode } from 'react'
import { Combobox } from './combobox.tsx'
import type { ControlProps } from './control-look.ts'

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

/**
 * One of a few. A combobox that cannot be typed into rather than Radix's select: that one hides the whole page from
 * assistive technology while it is open and leaves focusable elements in what it hid.
 */
export function Select<V extends string>({ onChange, ...rest }: SelectProps<V>) {
  return <Combobox {...rest} selectOnly onChange={(value) => value !== null && onChange(value)} />
}
