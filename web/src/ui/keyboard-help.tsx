import { m } from '../i18n/messages.ts'
import { Dialog } from './dialog.tsx'
import { Keys } from './keys.tsx'

export function KeyboardHelp({
  open,
  onOpenChange,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const keys: readonly (readonly [string, string])[] = [
    ['Mod K', m.ui_key_palette()],
    ['/', m.ui_key_search()],
    ['J', m.ui_key_next()],
    ['K', m.ui_key_previous()],
    ['O', m.ui_key_open()],
    ['X', m.ui_key_select()],
    ['E', m.ui_key_edit()],
    ['A', m.ui_key_assign()],
    ['↑ ↓', m.ui_key_neighbours()],
    ['Esc', m.ui_key_close()],
    ['?', m.ui_key_help()],
  ]
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={m.ui_keyboard()}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-5 gap-y-2.5 pb-2 text-sm">
        {keys.map(([key, meaning]) => (
          <div key={key} className="contents">
            <dt>
              <Keys keys={key} className="!inline-flex" />
            </dt>
            <dd className="text-quiet">{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
