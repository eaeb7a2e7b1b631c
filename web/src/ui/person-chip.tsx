import type { ReactNode } from 'react'
import { cx } from './cx.ts'

/** Cool hues only: red, amber and green are kept for health and risk. */
const HUES = [172, 190, 208, 226, 244, 262, 282, 302, 322]

function hueOf(seed: string): number {
  let hash = 7
  for (const char of seed) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 9973
  return HUES[hash % HUES.length] ?? 190
}

/** 王佳宁 → 王, Ada Lovelace → AL: a Chinese name is known by its family name. */
export function initialsOf(name: string): string {
  const trimmed = name.trim()
  if (/^\p{Script=Han}/u.test(trimmed)) return [...trimmed][0] ?? ''
  const words = trimmed.split(/\s+/)
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}

const SIZES = { xs: 'size-5 text-[11px]', sm: 'size-6 text-xs', md: 'size-8 text-sm', lg: 'size-10 text-md' }

export function Avatar({
  name,
  seed,
  size = 'sm',
}: {
  name: string
  seed?: string
  size?: keyof typeof SIZES
}) {
  const hue = hueOf(seed ?? name)
  return (
    <span
      aria-hidden
      className={cx(
        'grid shrink-0 select-none place-items-center rounded-full font-medium leading-none',
        SIZES[size],
      )}
      style={{ background: `oklch(var(--chip) ${hue})`, color: `oklch(var(--on-chip) ${hue})` }}
    >
      {initialsOf(name)}
    </span>
  )
}

type PersonChipProps = {
  name: string
  seed?: string
  size?: 'xs' | 'sm'
  /** Opens the reasons: every owner shown can be asked "why". `whyLabel` is the spoken question. */
  onWhy?: () => void
  whyLabel?: string
  aside?: ReactNode
  tabIndex?: number
}

export function PersonChip({ name, seed, size = 'xs', onWhy, whyLabel, aside, tabIndex }: PersonChipProps) {
  const face = (
    <>
      <Avatar name={name} {...(seed ? { seed } : {})} size={size} />
      <span className="truncate">{name}</span>
      {aside}
    </>
  )
  if (!onWhy) return <span className="inline-flex min-w-0 items-center gap-1.5">{face}</span>
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      title={whyLabel}
      onClick={(event) => {
        event.stopPropagation()
        onWhy()
      }}
      className="touch group/chip -ml-1 inline-flex min-w-0 items-center gap-1.5 rounded-full py-0.5 pl-1 pr-2 transition-colors duration-100 hover:bg-tint hover:text-on-tint"
    >
      {face}
      {whyLabel && <span className="sr-only">{whyLabel}</span>}
      {/* A mask, not an icon of four elements: a list draws one per row. */}
      <i
        aria-hidden
        className="icon-why -ml-0.5 size-3 shrink-0 bg-current group-hover/chip:opacity-100 group-focus-visible/chip:opacity-100 max-md:opacity-60 md:opacity-0"
      />
    </button>
  )
}
