import { Check, ChevronsUpDown } from 'lucide-react'
import { Popover } from 'radix-ui'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { m } from '../i18n/messages.ts'
import { isComposing } from './composing.ts'
import { type ControlProps, controlHeight, controlLook } from './control-look.ts'
import { cx } from './cx.ts'
import { floatLook, itemLook } from './float-look.ts'
import { matchesText } from './matches-text.ts'
import type { Option } from './option.ts'
import { useLandmark } from './use-landmark.tsx'

export type ComboboxOption<V extends string = string> = Option<V> & {
  /** Pinyin, initials, old names: found by them, never shown. */
  keywords?: readonly string[]
}

type ComboboxProps<V extends string> = Partial<ControlProps> & {
  value: V | null
  onChange: (value: V | null) => void
  options: readonly ComboboxOption<V>[]
  placeholder?: string
  label?: string
  disabled?: boolean
  /** Present: the server filters and `options` is its answer. Called only with finished words, never mid-composition. */
  onSearch?: (query: string) => void
  searching?: boolean
  /** Nothing can be typed: a plain select. */
  selectOnly?: boolean
  className?: string
}

export function Combobox<V extends string>(props: ComboboxProps<V>) {
  const {
    value,
    onChange,
    options,
    placeholder,
    label,
    disabled = false,
    onSearch,
    searching = false,
    selectOnly = false,
    className,
    ...control
  } = props
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState<string | null>(null)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const composing = useRef(false)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()

  const { container, marker } = useLandmark()
  const shown = onSearch
    ? options
    : options.filter((option) => matchesText(query, option.label, option.keywords))
  const chosen = options.find((option) => option.value === value)

  useEffect(() => {
    if (open) document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active, open, listId])

  const search = (text: string) => {
    setQuery(text)
    setActive(0)
    onSearch?.(text)
  }
  const close = () => {
    setOpen(false)
    setTyped(null)
    search('')
  }
  const choose = (option: ComboboxOption<V> | undefined) => {
    if (!option || option.disabled) return
    onChange(option.value)
    close()
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      if (!open) return setOpen(true)
      if (shown.length > 0) setActive((active + step + shown.length) % shown.length)
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      choose(shown[active])
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      close()
    } else if (event.key === ' ' && selectOnly) {
      event.preventDefault()
      if (open) choose(shown[active])
      else setOpen(true)
    } else if (event.key === 'Enter' && selectOnly) {
      event.preventDefault()
      setOpen(true)
    } else if (event.key === 'Backspace' && !selectOnly && typed === null && value !== null) {
      onChange(null)
    }
  }

  return (
    <Popover.Root open={open} onOpenChange={(next) => (next ? setOpen(true) : close())}>
      <Popover.Anchor asChild>
        <div className={cx('relative', className)}>
          <input
            {...control}
            {...(label ? { 'aria-label': label } : {})}
            ref={input}
            role="combobox"
            aria-autocomplete={selectOnly ? 'none' : 'list'}
            readOnly={selectOnly}
            aria-expanded={open}
            aria-controls={open ? listId : undefined}
            aria-activedescendant={open && shown.length > 0 ? `${listId}-${active}` : undefined}
            autoComplete="off"
            disabled={disabled}
            placeholder={chosen?.label ?? placeholder}
            value={typed ?? chosen?.label ?? ''}
            onClick={() => {
              if (!open)
                setActive(
                  Math.max(
                    0,
                    shown.findIndex((option) => option.value === value),
                  ),
                )
              setOpen(true)
            }}
            onFocus={(event) => {
              if (!selectOnly) event.target.select()
            }}
            onCompositionStart={() => {
              composing.current = true
            }}
            onCompositionEnd={(event) => {
              composing.current = false
              search(event.currentTarget.value.trim())
            }}
            onChange={(event) => {
              setTyped(event.target.value)
              setOpen(true)
              if (!composing.current) search(event.target.value.trim())
            }}
            onKeyDown={onKeyDown}
            className={cx(controlLook, controlHeight, 'truncate pr-8', selectOnly && 'cursor-default')}
          />
          {marker}
          <ChevronsUpDown
            aria-hidden
            className="pointer-events-none absolute inset-y-0 right-2.5 my-auto size-3.5 text-faint"
          />
        </div>
      </Popover.Anchor>
      <Popover.Portal container={container}>
        <Popover.Content
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) => {
            if (event.target === input.current) event.preventDefault()
          }}
          sideOffset={4}
          align="start"
          role="presentation"
          className={cx(floatLook, 'w-(--radix-popover-trigger-width) min-w-44')}
        >
          <div
            id={listId}
            role="listbox"
            data-state="open"
            aria-label={label ?? placeholder ?? m.ui_choices()}
            className="max-h-72 overflow-y-auto p-1"
          >
            {shown.map((option, index) => (
              <div
                key={option.value}
                id={`${listId}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={option.value === value}
                aria-disabled={option.disabled || undefined}
                data-highlighted={index === active ? '' : undefined}
                onPointerMove={() => setActive(index)}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(option)}
                onKeyDown={(event) => event.key === 'Enter' && choose(option)}
                className={itemLook}
              >
                {option.icon}
                <span className="min-w-0 flex-1 truncate">{option.label}</span>
                {option.hint && <span className="text-xs text-faint">{option.hint}</span>}
                {option.value === value && <Check className="text-accent" aria-hidden />}
              </div>
            ))}
          </div>
          <p
            role="status"
            className={cx('px-3 text-sm text-faint', shown.length === 0 ? 'pb-3 pt-1' : 'sr-only')}
          >
            {searching
              ? m.ui_loading()
              : shown.length === 0
                ? m.ui_nothing_found()
                : m.ui_choices_count({ count: shown.length })}
          </p>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
