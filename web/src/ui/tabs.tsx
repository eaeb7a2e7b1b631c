import { Tabs as Primitive } from 'radix-ui'
import { type ReactNode, useEffect, useRef } from 'react'
import { formatNumber } from '../i18n/format.ts'

type Tab<V extends string> = { value: V; label: string; count?: number; content: ReactNode }

export function Tabs<V extends string>({
  value,
  onChange,
  tabs,
  label,
}: {
  value: V
  onChange: (value: V) => void
  tabs: readonly Tab<V>[]
  label: string
}) {
  const list = useRef<HTMLDivElement>(null)
  // What is open has to be seen among the tabs of a phone, also when an address opened it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen tab is read from the page
  useEffect(() => {
    const row = list.current
    const chosen = row?.querySelector<HTMLElement>('[data-state=active]')
    if (row && chosen) row.scrollLeft = chosen.offsetLeft - (row.clientWidth - chosen.offsetWidth) / 2
  }, [value])
  return (
    <Primitive.Root value={value} onValueChange={(next) => onChange(next as V)}>
      <Primitive.List
        ref={list}
        aria-label={label}
        className="no-scrollbar scroll-hint relative flex gap-5 overflow-x-auto border-b border-line"
      >
        {tabs.map((tab) => (
          <Primitive.Trigger
            key={tab.value}
            value={tab.value}
            className="touch -mb-px flex h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent text-sm text-quiet hover:text-ink focus-visible:-outline-offset-2 max-md:h-11 data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-ink"
          >
            {tab.label}
            {tab.count !== undefined && <span className="text-xs text-faint">{formatNumber(tab.count)}</span>}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      {tabs.map((tab) => (
        <Primitive.Content key={tab.value} value={tab.value} className="pt-3 focus-visible:outline-offset-4">
          {tab.content}
        </Primitive.Content>
      ))}
    </Primitive.Root>
  )
}
