import { Check } from 'lucide-react'
import { m } from '../../i18n/messages.ts'
import { cx } from '../../ui/cx.ts'

/** Where the import is: columns, dry run, imported. */
export function Steps({ current }: { current: 0 | 1 | 2 | 3 }) {
  const names = [m.import_step_map(), m.import_step_try(), m.import_step_done()]
  return (
    <ol aria-label={m.import_steps()} className="flex items-center gap-2 text-sm">
      {names.map((name, place) => {
        const done = place < current
        return (
          <li
            key={name}
            {...(place === current ? { 'aria-current': 'step' as const } : {})}
            className={cx('flex items-center gap-2', place === current ? 'font-medium' : 'text-quiet')}
          >
            {place > 0 && <span aria-hidden className="h-px w-6 bg-edge max-md:w-3" />}
            <span
              aria-hidden
              className={cx(
                'grid size-5 place-items-center rounded-full text-xs',
                done
                  ? 'bg-tint text-on-tint'
                  : place === current
                    ? 'bg-accent text-on-accent'
                    : 'bg-ink/6 text-quiet',
              )}
            >
              {done ? <Check className="size-3" /> : place + 1}
            </span>
            {name}
          </li>
        )
      })}
    </ol>
  )
}
