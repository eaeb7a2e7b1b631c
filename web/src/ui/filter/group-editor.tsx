import { FolderPlus, Plus, X } from 'lucide-react'
import { m } from '../../i18n/messages.ts'
import { Button, IconButton } from '../button.tsx'
import { Segments } from '../segments.tsx'
import { type FilterField, type Group, isGroup, newCondition, placed, replaceAt } from './condition.ts'
import { ConditionEditor } from './condition-editor.tsx'

type GroupEditorProps = {
  group: Group
  fields: readonly FilterField[]
  onChange: (group: Group) => void
  nested?: boolean
}

/** Written like a sentence: "match all of …", one line each, a group may hold one more level of groups. */
export function GroupEditor({ group, fields, onChange, nested = false }: GroupEditorProps) {
  const first = fields[0]
  if (!first) return null
  const add = (item: Group['items'][number]) => onChange({ ...group, items: [...group.items, item] })
  return (
    <fieldset className={nested ? 'flex-1 rounded-md border border-line bg-ink/3 p-2.5' : ''}>
      <legend className="sr-only">{m.ui_condition_group()}</legend>
      <div className="mb-2 flex items-center gap-2 text-sm text-quiet">
        <Segments
          label={m.ui_match()}
          value={group.match}
          onChange={(match) => onChange({ ...group, match })}
          options={[
            { value: 'all', label: m.ui_match_all() },
            { value: 'any', label: m.ui_match_any() },
          ]}
        />
      </div>
      <div className="flex flex-col gap-2">
        {/* Conditions have no identity of their own: the place is what a person sees and edits. */}
        {placed(group.items).map(({ item, index, place }) => (
          <div key={place} className="flex items-start gap-1">
            {isGroup(item) ? (
              <GroupEditor
                nested
                group={item}
                fields={fields}
                onChange={(next) => onChange(replaceAt(group, index, next))}
              />
            ) : (
              <ConditionEditor
                withField
                condition={item}
                fields={fields}
                onChange={(next) => onChange(replaceAt(group, index, next))}
              />
            )}
            <IconButton
              label={m.ui_remove_condition()}
              icon={<X aria-hidden />}
              onClick={() => onChange(replaceAt(group, index, undefined))}
            />
          </div>
        ))}
      </div>
      <div className="mt-2 flex gap-1">
        <Button look="ghost" size="sm" icon={<Plus aria-hidden />} onClick={() => add(newCondition(first))}>
          {m.ui_add_condition()}
        </Button>
        {!nested && (
          <Button
            look="ghost"
            size="sm"
            icon={<FolderPlus aria-hidden />}
            onClick={() => add({ match: 'any', items: [newCondition(first)] })}
          >
            {m.ui_add_group()}
          </Button>
        )}
      </div>
    </fieldset>
  )
}
