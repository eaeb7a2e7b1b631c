import { Combobox } from './combobox.tsx'
import type { ControlProps } from './control-look.ts'
import type { Option } from './option.ts'

export type { Option } from './option.ts'

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
