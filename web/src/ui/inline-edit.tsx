import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { isComposing } from './composing.ts'
import { cx } from './cx.ts'

export type EditEnd = 'stay' | 'next' | 'previous'

type InlineEditProps = {
  value: string
  label: string
  /** Called once, and only when the text changed. */
  onSave: (value: string) => void
  /** Editing is over: where the cursor wants to go next. */
  onEnd: (end: EditEnd) => void
  align?: 'start' | 'end'
}

/** A cell being edited: Enter saves, Tab saves and moves on, Esc leaves it as it was, leaving the field saves. */
export function InlineEdit({ value, label, onSave, onEnd, align = 'start' }: InlineEditProps) {
  const [typed, setTyped] = useState(value)
  const input = useRef<HTMLInputElement>(null)
  const over = useRef(false)
  useEffect(() => input.current?.select(), [])

  const finish = (save: boolean, end: EditEnd) => {
    if (over.current) return
    over.current = true
    if (save && typed !== value) onSave(typed)
    onEnd(end)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Enter') finish(true, 'stay')
    else if (event.key === 'Escape') finish(false, 'stay')
    else if (event.key === 'Tab') {
      event.preventDefault()
      finish(true, event.shiftKey ? 'previous' : 'next')
    }
  }
  return (
    <input
      ref={input}
      aria-label={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => finish(true, 'stay')}
      onClick={(event) => event.stopPropagation()}
      className={cx(
        '-mx-2 h-7 w-[calc(100%+1rem)] rounded-sm bg-surface px-2 text-sm outline-2 outline-accent',
        align === 'end' && 'text-right',
      )}
    />
  )
}
