import { CircleHelp } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { formatMoney, formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PersonChip } from '../../ui/person-chip.tsx'
import type { Move, Summary } from './plan-api.ts'
import { minor, moveKindWords, points } from './plan-words.ts'

const WhyPanel = lazy(() =>
  import('../assignment/why-panel.tsx').then((module) => ({ default: module.WhyPanel })),
)

/** Why this one: everybody who comes next, what each is worth for it and what their time costs. */
export function MovePanel({ move, summary, onClose }: { move: Move; summary: Summary; onClose: () => void }) {
  const [why, setWhy] = useState(false)
  const money = (thousandths: number) =>
    formatMoney(minor((Math.abs(thousandths) * summary.moneyPerPoint) / 1000))
  if (why && move.decisionId !== null)
    return (
      <Suspense>
        <WhyPanel decisionId={move.decisionId} subject={move.item.label} onClose={() => setWhy(false)} />
      </Suspense>
    )
  return (
    <Panel
      open
      onOpenChange={(open) => !open && onClose()}
      title={move.item.label || moveKindWords[move.item.kind]()}
      subtitle={moveKindWords[move.item.kind]()}
      actions={
        move.decisionId === null ? undefined : (
          <Button icon={<CircleHelp aria-hidden />} onClick={() => setWhy(true)}>
            {m.plan_why_decision()}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-sm">{move.skipped ? move.skipped.text : move.reason.text}</p>
        {move.asks && move.state !== 'skipped' && (
          <p className="text-sm text-quiet">{m.plan_move_asks_text()}</p>
        )}
        <dl className="grid grid-cols-2 gap-2">
          <Fact label={m.plan_move_expected()} value={formatMoney(minor(move.expected))} />
          <Fact label={m.plan_move_load()} value={formatNumber(move.loadHundredths / 100, 1)} />
        </dl>
        {move.options.length > 0 && (
          <section className="flex flex-col gap-2">
            <h3 className="text-sm font-medium">{m.plan_options()}</h3>
            <p className="text-xs text-quiet">{m.plan_options_text()}</p>
            <ul className="flex flex-col divide-y divide-line">
              {move.options.map((option, at) => (
                <li key={option.rep.id} className="flex flex-col gap-0.5 py-2 text-sm">
                  <span className="flex items-center justify-between gap-3">
                    <PersonChip name={option.rep.name} seed={option.rep.id} />
                    <b className={at === 0 ? 'font-semibold' : 'font-medium text-quiet'}>
                      {m.plan_option_total({ points: points(option.total, 1) })}
                    </b>
                  </span>
                  <span className="text-xs text-quiet">
                    {option.price === 0
                      ? m.plan_option_free({ worth: points(option.total, 1) })
                      : m.plan_option_price({
                          worth: points(option.total + option.price, 1),
                          price: points(option.price, 1),
                          money: money(option.price),
                        })}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Panel>
  )
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div className="rounded-md bg-sunken px-3 py-2">
      <dt className="text-xs text-quiet">{label}</dt>
      <dd className="text-md font-semibold">{value}</dd>
    </div>
  )
}
