import { ListFilter, SlidersHorizontal, X } from 'lucide-react'
import { type ComponentProps, useState } from 'react'
import { m } from '../../i18n/messages.ts'
import { Button } from '../button.tsx'
import { cx } from '../cx.ts'
import { Menu, MenuItem, MenuLine } from '../menu.tsx'
import { Popover } from '../popover.tsx'
import {
  type Condition,
  completed,
  type FilterField,
  type Group,
  isComplete,
  isGroup,
  newCondition,
  placed,
  replaceAt,
} from './condition.ts'
import { ConditionEditor } from './condition-editor.tsx'
import { conditionText, groupText } from './condition-text.ts'
import { GroupEditor } from './group-editor.tsx'

type FilterBarProps = {
  filter: Group
  fields: readonly FilterField[]
  onChange: (filter: Group) => void
}

/**
 * One chip per condition; anything beyond a flat list of ANDs is one chip that opens the group editor.
 * What is half written lives here until it is complete: the list (and its address) only ever gets complete conditions.
 */
export function FilterBar({ filter: applied, fields, onChange: apply }: FilterBarProps) {
  const [editing, setEditing] = useState<number | 'groups' | null>(null)
  const [draft, setDraft] = useState<Group | null>(null)
  const filter = draft ?? applied
  const flat = filter.match === 'all' && filter.items.every((item) => !isGroup(item))

  const onChange = (next: Group) => {
    setDraft(next)
    apply(completed(next))
  }
  const edit = (what: number | 'groups') => {
    setDraft(filter)
    setEditing(what)
  }
  const close = () => {
    setEditing(null)
    setDraft(null)
    apply(completed(filter))
  }
  const remove = (next: Group) => {
    setEditing(null)
    setDraft(null)
    apply(completed(next))
  }
  const start = (field: FilterField) => {
    setDraft({ ...filter, items: [...filter.items, newCondition(field)] })
    setEditing(filter.items.length)
  }

  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1.5">
      {flat
        ? placed(filter.items as readonly Condition[]).map(({ item: condition, index, place }) => (
            <Popover
              key={place}
              open={editing === index}
              onOpenChange={(open) => (open ? edit(index) : close())}
              label={m.ui_edit_condition()}
              className="w-64 p-3"
              trigger={
                <Chip
                  text={conditionText(condition, fields)}
                  faint={!isComplete(condition)}
                  onRemove={() => remove(replaceAt(filter, index, undefined))}
                />
              }
            >
              <ConditionEditor
                condition={condition}
                fields={fields}
                onChange={(next) => onChange(replaceAt(filter, index, next))}
              />
            </Popover>
          ))
        : null}
      {(!flat || editing === 'groups') && (
        <Popover
          open={editing === 'groups'}
          onOpenChange={(open) => (open ? edit('groups') : close())}
          label={m.ui_condition_group()}
          className="w-130 max-h-[70vh] overflow-y-auto p-3"
          trigger={
            <Chip
              text={groupText(filter, fields) || m.ui_condition_group()}
              faint={filter.items.length === 0}
              onRemove={() => remove({ match: 'all', items: [] })}
            />
          }
        >
          <GroupEditor group={filter} fields={fields} onChange={onChange} />
        </Popover>
      )}
      {flat && editing !== 'groups' && (
        <Menu
          restoreFocus={false}
          trigger={
            <Button look="dashed" icon={<ListFilter aria-hidden />}>
              {m.ui_filter()}
            </Button>
          }
        >
          {fields.map((field) => (
            <MenuItem key={field.key} onSelect={() => start(field)}>
              {field.label}
            </MenuItem>
          ))}
          <MenuLine />
          <MenuItem icon={<SlidersHorizontal aria-hidden />} onSelect={() => edit('groups')}>
            {m.ui_condition_groups()}
          </MenuItem>
        </Menu>
      )}
    </div>
  )
}

type ChipProps = ComponentProps<'button'> & { text: string; faint: boolean; onRemove: () => void }

function Chip({ text, faint, onRemove, ...trigger }: ChipProps) {
  return (
    <span
      className={cx(
        'inline-flex h-8 min-w-0 max-w-80 items-center rounded-md border border-edge bg-surface text-sm max-md:h-11',
        faint && 'border-dashed text-quiet',
      )}
    >
      <button
        type="button"
        {...trigger}
        className="h-full min-w-0 truncate rounded-l-md pl-2.5 pr-1 hover:bg-ink/4"
      >
        {text}
      </button>
      <button
        type="button"
        aria-label={`${m.ui_remove_condition()}: ${text}`}
        onClick={onRemove}
        className="grid h-full w-7 shrink-0 place-items-center rounded-r-md text-faint hover:bg-ink/4 hover:text-ink max-md:w-10"
      >
        <X className="size-3.5" aria-hidden />
      </button>
    </span>
  )
}
