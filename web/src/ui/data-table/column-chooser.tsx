import { Columns3 } from 'lucide-react'
import { m } from '../../i18n/messages.ts'
import { IconButton } from '../button.tsx'
import { Menu, MenuCheck, MenuTitle } from '../menu.tsx'
import type { Column } from './column.ts'

type ColumnChooserProps = {
  columns: readonly Pick<Column<never>, 'id' | 'header' | 'fixed'>[]
  hidden: readonly string[]
  onChange: (hidden: string[]) => void
}

export function ColumnChooser({ columns, hidden, onChange }: ColumnChooserProps) {
  return (
    <Menu
      align="end"
      trigger={<IconButton look="plain" label={m.ui_columns()} icon={<Columns3 aria-hidden />} />}
    >
      <MenuTitle>{m.ui_columns()}</MenuTitle>
      {columns.map((column) => (
        <MenuCheck
          key={column.id}
          disabled={column.fixed ?? false}
          checked={!hidden.includes(column.id)}
          onChange={(shown) =>
            onChange(shown ? hidden.filter((id) => id !== column.id) : [...hidden, column.id])
          }
        >
          {column.header}
        </MenuCheck>
      ))}
    </Menu>
  )
}
