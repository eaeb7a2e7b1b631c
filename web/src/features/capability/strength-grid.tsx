import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { m } from '../../i18n/messages.ts'
import { Select } from '../../ui/select.tsx'
import type { BoardRep } from './capability-api.ts'
import { RangeBar } from './range-bar.tsx'
import { points, skillWords } from './strength-words.ts'

type Part = BoardRep['byDomain'][number]

const partOf = (rep: BoardRep, dimension: string, value: string): Part | undefined =>
  rep.byDomain.find((part) => part.dimension === dimension && part.value === value)

/** Rep × product line or customer type: a table on a desk, one column at a time on a phone. */
export function StrengthGrid({
  reps,
  dimension,
  values,
}: {
  reps: readonly BoardRep[]
  dimension: string
  values: readonly string[]
}) {
  const [chosen, setChosen] = useState(values[0] ?? '')
  const value = values.includes(chosen) ? chosen : (values[0] ?? '')
  return (
    <>
      <div className="overflow-x-auto px-4 pb-4 max-md:hidden">
        <table className="w-full border-separate border-spacing-0.5 text-xs">
          <caption className="sr-only">{m.capability_grid_caption()}</caption>
          <thead>
            <tr>
              <td className="w-28" />
              {values.map((one) => (
                <th key={one} scope="col" className="min-w-20 px-1 pb-1 text-center font-normal text-quiet">
                  {one}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reps.map((rep) => (
              <tr key={rep.rep.id} data-row>
                <th scope="row" className="max-w-32 truncate pr-2 text-right text-sm font-normal">
                  <Link to="/people/$id" params={{ id: rep.rep.id }} className="hover:text-accent">
                    {rep.rep.name}
                  </Link>
                </th>
                {values.map((one) => (
                  <Cell key={one} part={partOf(rep, dimension, one)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p className="mt-2 text-xs text-quiet">{m.capability_grid_note()}</p>
      </div>
      <div className="px-4 pb-4 md:hidden">
        <Select
          label={m.capability_choose_value()}
          value={value}
          onChange={setChosen}
          options={values.map((one) => ({ value: one, label: one }))}
        />
        <ul className="mt-3 divide-y divide-line">
          {reps.map((rep) => {
            const part = partOf(rep, dimension, value)
            return (
              <li key={rep.rep.id} data-row className="flex flex-col gap-1 py-2.5">
                <span className="flex items-center justify-between gap-3">
                  <Link to="/people/$id" params={{ id: rep.rep.id }} className="min-w-0 truncate font-medium">
                    {rep.rep.name}
                  </Link>
                  {part && (
                    <span className="w-32">
                      <RangeBar
                        value={part.soldBetter}
                        low={part.soldBetterLow}
                        high={part.soldBetterHigh}
                        from={-0.4}
                        to={0.4}
                        middle={0}
                        isKnown={part.known}
                        label={skillWords(part)}
                      />
                    </span>
                  )}
                </span>
                <span className="text-sm text-quiet">
                  {part ? skillWords(part) : m.capability_no_outcomes()}
                </span>
              </li>
            )
          })}
        </ul>
      </div>
    </>
  )
}

function Cell({ part }: { part: Part | undefined }) {
  if (!part)
    return <td className="h-10 rounded-[5px] bg-ink/3 text-center text-quiet">{m.capability_none_short()}</td>
  return (
    <td
      title={skillWords(part)}
      className={`h-10 rounded-[5px] px-1 text-center leading-4 ${part.known ? 'bg-tint text-on-tint' : 'bg-ink/4 text-quiet'}`}
    >
      <b className={part.known ? 'text-sm font-semibold' : 'text-sm font-normal'}>
        {points(part.soldBetter)}
      </b>
      <span className="block whitespace-nowrap">
        {points(part.soldBetterLow)} ~ {points(part.soldBetterHigh)}
      </span>
    </td>
  )
}
