import { formatNumber } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { ContributionBar } from '../../ui/contribution-bar.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { Avatar } from '../../ui/person-chip.tsx'
import { demoTerms } from './kit-people.tsx'

const RUNNERS_UP = [
  { name: '张三', score: 79.1 },
  { name: '李思远', score: 71.6 },
  { name: '周航', score: 64 },
]

export function WhyDemo() {
  return (
    <>
      <div className="mb-4 flex items-center gap-3">
        <Avatar name="王佳宁" size="lg" />
        <div className="flex-1">
          <div className="text-xs text-quiet">{m.kit_why_title()}</div>
          <div className="text-md font-semibold">王佳宁</div>
        </div>
        <span className="text-kpi font-semibold">{formatNumber(86.4, 1)}</span>
      </div>
      <ContributionBar terms={demoTerms()} />
      <div className="mt-6">
        <PanelSection title={m.kit_candidates()}>
          <ul className="flex flex-col gap-1">
            {RUNNERS_UP.map((person) => (
              <li key={person.name} className="flex min-h-10 items-center gap-3 text-sm">
                <Avatar name={person.name} />
                <span className="w-14 truncate">{person.name}</span>
                <span className="h-1.5 flex-1 overflow-hidden rounded-full bg-ink/8">
                  <i className="block h-full rounded-full bg-faint" style={{ width: `${person.score}%` }} />
                </span>
                <span className="w-9 text-right text-quiet">{formatNumber(person.score, 1)}</span>
                <Button size="sm">{m.kit_reassign()}</Button>
              </li>
            ))}
          </ul>
        </PanelSection>
      </div>
    </>
  )
}
