import { useState } from 'react'
import { formatMoney, formatNumber } from '../i18n/format.ts'
import { m } from '../i18n/messages.ts'
import { type ControlProps, controlHeight, controlLook } from './control-look.ts'
import { cx } from './cx.ts'
import { readAmount } from './read-amount.ts'

type NumberInputProps = ControlProps & {
  value: number | null
  onChange: (value: number | null) => void
  min?: number
  max?: number
  digits?: number
  unit?: string
  prefix?: string
  disabled?: boolean
  className?: string
  /** Shown while editing, e.g. what the amount reads as. */
  reading?: (value: number) => string
}

/** Grouped when read, plain when edited, understood with 万/亿/k; nothing is changed before the field is left. */
export function NumberInput({
  value,
  onChange,
  min,
  max,
  digits = 2,
  unit,
  prefix,
  reading,
  className,
  ...control
}: NumberInputProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const parsed = typed === null ? value : readAmount(typed)
  const refused = parsed === undefined

  const commit = () => {
    if (typed === null) return
    setTyped(null)
    if (parsed === undefined) return
    if (parsed === null) return onChange(null)
    const bounded = Math.min(
      max ?? Number.POSITIVE_INFINITY,
      Math.max(min ?? Number.NEGATIVE_INFINITY, parsed),
    )
    onChange(Number(bounded.toFixed(digits)))
  }

  return (
    <div className={cx('relative', className)}>
      {prefix && (
        <span className="pointer-events-none absolute inset-y-0 left-2.5 grid place-items-center text-sm text-faint">
          {prefix}
        </span>
      )}
      <input
        {...control}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-invalid={refused || control['aria-invalid']}
        value={typed ?? (value === null ? '' : formatNumber(value, digits))}
        onFocus={(event) => {
          setTyped(value === null ? '' : String(value))
          event.target.select()
        }}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') commit()
          if (event.key === 'Escape') setTyped(null)
        }}
        className={cx(
          controlLook,
          controlHeight,
          prefix && 'pl-6.5 max-md:pl-8',
          (unit || reading) && 'pr-20',
        )}
      />
      <span
        aria-live="polite"
        className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center text-xs text-faint"
      >
        {refused ? m.ui_amount_unclear() : reading && typeof parsed === 'number' ? reading(parsed) : unit}
      </span>
    </div>
  )
}

type MoneyInputProps = Omit<NumberInputProps, 'digits' | 'unit' | 'prefix' | 'reading'> & {
  currencySymbol?: string
}

/** Integer minor units (分) in and out; `53.5万` may be typed, `¥53.5万` is read back beside it. */
export function MoneyInput({ value, onChange, currencySymbol = '¥', ...rest }: MoneyInputProps) {
  return (
    <NumberInput
      {...rest}
      value={value === null ? null : value / 100}
      onChange={(major) => onChange(major === null ? null : Math.round(major * 100))}
      digits={2}
      prefix={currencySymbol}
      reading={(major) => (Math.abs(major) >= 1000 ? formatMoney(Math.round(major * 100)) : '')}
    />
  )
}
