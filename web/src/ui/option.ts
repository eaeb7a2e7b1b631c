import type { ReactNode } from 'react'

export type Option<V extends string = string> = {
  value: V
  label: string
  hint?: string
  icon?: ReactNode
  disabled?: boolean
}
