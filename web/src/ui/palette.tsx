import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { m } from '../i18n/messages.ts'
import { Keys } from './keys.tsx'
import { matchesText } from './matches-text.ts'

export type PaletteItem = {
  id: string
  label: string
  /** Said behind the label, to tell apart what is called the same. */
  detail?: string
  keywords?: readonly string[]
  icon?: ReactNode
  shortcut?: string
  run: () => void
}
export type PaletteGroup = { title: string; items: readonly PaletteItem[] }

type PaletteProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  groups: readonly PaletteGroup[]
  /** Records found for the query; the server searches, so they are shown unfiltered. */
  found?: readonly PaletteGroup[]
  /** While it is true, an empty list is not yet the answer. */
  searching?: boolean
  onSearch?: (query: string) => void
}

const itemLook =
  'flex h-9 cursor-default select-none items-center gap-2.5 rounded-md px-2.5 text-sm max-md:h-11 data-[selected=true]:bg-tint data-[selected=true]:text-on-tint [&_svg]:size-4 [&_svg]:shrink-0'

/** Navigate, search, act. Enter and arrows stay with the input method while it composes (cmdk checks it itself). */
export function Palette({
  open,
  onOpenChange,
  groups,
  found = [],
  searching = false,
  onSearch,
}: PaletteProps) {
  const [query, setQuery] = useState('')
  const matching = groups.map((group) => ({
    ...group,
    items: group.items.filter((item) => matchesText(query, item.label, item.keywords)),
  }))
  const shown = [...matching, ...found].filter((group) => group.items.length > 0)
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="enter-scrim fixed inset-0 z-50 bg-[var(--scrim)]" />
        <Dialog.Content
          data-modal=""
          aria-describedby={undefined}
          className="enter-float fixed left-1/2 top-[14vh] z-50 w-[min(36rem,calc(100vw-24px))] -translate-x-1/2 overflow-hidden rounded-lg bg-raised shadow-float outline-none max-md:top-3"
        >
          <Dialog.Title className="sr-only">{m.ui_palette()}</Dialog.Title>
          <Command shouldFilter={false} loop label={m.ui_palette()}>
            <div className="flex items-center gap-2.5 border-b border-line px-4">
              <Search aria-hidden className="size-4 shrink-0 text-faint" />
              <Command.Input
                value={query}
                onValueChange={(next) => {
                  setQuery(next)
                  onSearch?.(next)
                }}
                placeholder={m.ui_palette_hint()}
                className="h-12 w-full bg-transparent text-md outline-none"
              />
            </div>
            <Command.List className="max-h-[50vh] overflow-y-auto p-2">
              <Command.Empty className="px-3 py-8 text-center text-sm text-quiet">
                {searching ? m.ui_searching() : m.ui_nothing_found()}
              </Command.Empty>
              {shown.map((group) => (
                <Command.Group
                  key={group.title}
                  heading={group.title}
                  className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-faint"
                >
                  {group.items.map((item) => (
                    <Command.Item
                      key={item.id}
                      value={item.id}
                      className={itemLook}
                      onSelect={() => {
                        onOpenChange(false)
                        item.run()
                      }}
                    >
                      {item.icon}
                      <span className="min-w-0 flex-1 truncate">{item.label}</span>
                      {item.detail && (
                        <span className="max-w-1/2 truncate text-xs text-faint">{item.detail}</span>
                      )}
                      {item.shortcut && <Keys keys={item.shortcut} />}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
