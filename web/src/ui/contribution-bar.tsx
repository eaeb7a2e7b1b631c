import { formatNumber, formatSigned } from '../i18n/format.ts'
import { m } from '../i18n/messages.ts'
import { cx } from './cx.ts'

export type Contribution = { key: string; label: string; points: number; note?: string }

/** Strongest first, equals by key: the same terms are always drawn in the same order. */
export function orderContributions(terms: readonly Contribution[]): Contribution[] {
  return [...terms].sort((a, b) => b.points - a.points || (a.key < b.key ? -1 : 1))
}

const shade = (index: number) =>
  `color-mix(in oklab, var(--accent) ${Math.max(34, 100 - index * 18)}%, var(--surface))`

/**
 * Signed terms as one bar: what speaks for it grows right of the zero line, what speaks against it left of it in red.
 * Lengths share one scale, so the eye can add them up; the rows below carry the same numbers as words.
 */
export function ContributionBar({ terms, digits = 1 }: { terms: readonly Contribution[]; digits?: number }) {
  const ordered = orderContributions(terms)
  const total = ordered.reduce((sum, term) => sum + term.points, 0)
  const against = ordered.filter((term) => term.points < 0)
  const favour = ordered.filter((term) => term.points > 0)
  const span = ordered.reduce((sum, term) => sum + Math.abs(term.points), 0) || 1
  return (
    <div>
      <div
        role="img"
        aria-label={m.ui_contribution_summary({
          total: formatNumber(total, digits),
          terms: ordered.map((t) => `${t.label} ${formatSigned(t.points, digits)}`).join(', '),
        })}
        className="flex h-2 gap-px"
      >
        {[...against].reverse().map((term) => (
          <i
            key={term.key}
            className="rounded-l-full bg-bad-solid not-first:rounded-none"
            style={{ flexGrow: -term.points / span, flexBasis: 0 }}
          />
        ))}
        {against.length > 0 && <i className="-my-1 w-0.5 shrink-0 rounded-full bg-ink" />}
        {favour.map((term, index) => (
          <i
            key={term.key}
            className="last:rounded-r-full first:rounded-l-full"
            style={{ flexGrow: term.points / span, flexBasis: 0, background: shade(index) }}
          />
        ))}
      </div>
      <ul className="mt-3 divide-y divide-line">
        {ordered.map((term) => (
          <li key={term.key} className="flex items-baseline gap-2.5 py-2 text-sm">
            <i
              aria-hidden
              className={cx(
                'size-2 shrink-0 -translate-y-px rounded-full',
                term.points < 0 && 'bg-bad-solid',
                term.points === 0 && 'bg-edge',
              )}
              style={term.points > 0 ? { background: shade(favour.indexOf(term)) } : undefined}
            />
            <span className="min-w-0 flex-1">
              {term.label}
              {term.note && <span className="block text-xs text-faint">{term.note}</span>}
            </span>
            <span className={cx('font-medium', term.points < 0 && 'text-bad')}>
              {formatSigned(term.points, digits)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
