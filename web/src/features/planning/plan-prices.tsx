import { formatMoney } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Card } from '../../ui/card.tsx'
import { PersonChip } from '../../ui/person-chip.tsx'
import type { Summary } from './plan-api.ts'
import { minor, points } from './plan-words.ts'

const SHOWN = 40

/** What one more point of each person's time would be worth: who is scarce, in money. */
export function PlanPrices({ summary }: { summary: Summary }) {
  const priced = summary.reps
    .filter(({ priceThousandths }) => priceThousandths > 0)
    .sort((a, b) => b.priceThousandths - a.priceThousandths)
  const most = priced[0]?.priceThousandths ?? 1
  return (
    <Card>
      <p className="mb-3 max-w-prose text-sm text-quiet">
        {priced.length === 0
          ? m.plan_prices_none()
          : summary.per === 'point'
            ? m.plan_prices_text_point()
            : m.plan_prices_text_item()}
      </p>
      <ul className="flex flex-col gap-2.5">
        {priced.slice(0, SHOWN).map((one) => {
          const value = formatMoney(minor(one.price))
          return (
            <li
              key={one.rep.id}
              className="grid grid-cols-[9rem_minmax(0,1fr)_minmax(0,2fr)] items-center gap-3 text-sm max-md:grid-cols-[1fr_6rem]"
            >
              <PersonChip name={one.rep.name} seed={one.rep.id} />
              <span aria-hidden className="h-2 overflow-hidden rounded-full bg-ink/8">
                <i
                  className="block h-full rounded-full bg-accent"
                  style={{ width: `${(one.priceThousandths / most) * 100}%` }}
                />
              </span>
              <span className="text-quiet max-md:col-span-full">
                {summary.per === 'point'
                  ? m.plan_price_point({ name: one.rep.name, value })
                  : m.plan_price_item({ name: one.rep.name, value })}{' '}
                <span className="text-xs text-faint">
                  {m.plan_price_points({ points: points(one.priceThousandths, 1) })}
                </span>
              </span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
