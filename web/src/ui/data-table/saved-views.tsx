import { Bookmark, BookmarkPlus, Link2, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { m } from '../../i18n/messages.ts'
import { Button, IconButton } from '../button.tsx'
import { Checkbox } from '../checkbox.tsx'
import { Dialog } from '../dialog.tsx'
import { Field } from '../field.tsx'
import { Input } from '../input.tsx'
import { Menu, MenuItem, MenuLine, MenuTitle } from '../menu.tsx'
import { notify } from '../notify.ts'

export type SavedView = {
  id: string
  name: string
  mine: boolean
  /** Everybody sees it; `by` says whose it is. */
  shared: boolean
  by: string
}

type SavedViewsProps = {
  views: readonly SavedView[]
  onOpen: (id: string) => void
  onSave: (name: string, shared: boolean) => void
  onDelete: (id: string) => void
}

export function SavedViews({ views, onOpen, onSave, onDelete }: SavedViewsProps) {
  const share = useId()
  const [naming, setNaming] = useState(false)
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const save = () => {
    if (name.trim() === '') return
    onSave(name.trim(), shared)
    setNaming(false)
    setName('')
    setShared(false)
  }
  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton look="plain" label={m.ui_saved_views()} icon={<Bookmark aria-hidden />} />}
      >
        {views.length > 0 && <MenuTitle>{m.ui_saved_views()}</MenuTitle>}
        {views.map((view) => (
          <MenuItem key={view.id} onSelect={() => onOpen(view.id)}>
            {view.name}
            {view.shared && (
              <span className="ml-auto pl-3 text-xs text-faint">
                {view.mine ? m.ui_view_shared() : view.by}
              </span>
            )}
          </MenuItem>
        ))}
        {views.length > 0 && <MenuLine />}
        <MenuItem icon={<BookmarkPlus aria-hidden />} onSelect={() => setNaming(true)}>
          {m.ui_save_view()}
        </MenuItem>
        <MenuItem
          icon={<Link2 aria-hidden />}
          onSelect={async () => {
            await navigator.clipboard.writeText(location.href)
            await notify({ text: m.ui_link_copied(), tone: 'good' })
          }}
        >
          {m.ui_copy_link()}
        </MenuItem>
        {views
          .filter((view) => view.mine)
          .map((view) => (
            <MenuItem key={view.id} danger icon={<Trash2 aria-hidden />} onSelect={() => onDelete(view.id)}>
              {m.ui_delete_view({ name: view.name })}
            </MenuItem>
          ))}
      </Menu>
      <Dialog
        open={naming}
        onOpenChange={setNaming}
        title={m.ui_save_view()}
        description={m.ui_save_view_hint()}
        actions={
          <Button look="primary" onClick={save} disabled={name.trim() === ''}>
            {m.ui_save()}
          </Button>
        }
      >
        <Field label={m.ui_view_name()}>
          {(control) => (
            <Input
              {...control}
              value={name}
              onChange={(event) => setName(event.target.value)}
              onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && save()}
            />
          )}
        </Field>
        <div className="mt-3 flex items-center gap-2.5 text-sm">
          <Checkbox id={share} checked={shared} onChange={setShared} />
          <label htmlFor={share}>{m.ui_view_share()}</label>
        </div>
      </Dialog>
    </>
  )
}
