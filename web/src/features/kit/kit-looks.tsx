import { Download, Plus, Sparkles } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatPercent } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { StatTile } from '../../ui/stat-tile.tsx'
import { TrafficLight } from '../../ui/traffic-light.tsx'

function Both({ children }: { children: ReactNode }) {
  return (
    <div className="grid gap-3 md:grid-cols-2">
      {(['light', 'dark'] as const).map((theme) => (
        <div
          key={theme}
          data-theme={theme}
          className="flex flex-wrap items-center gap-2 rounded-lg border border-line bg-surface p-4 text-ink"
        >
          {children}
        </div>
      ))}
    </div>
  )
}

export function KitLooks() {
  return (
    <>
      <div className="grid grid-cols-4 gap-3 max-lg:grid-cols-2">
        <StatTile
          label={m.kit_stat_leads()}
          value="128"
          change={{ text: '12%', direction: 'up', good: true }}
        />
        <StatTile
          label={m.kit_stat_response()}
          value="4.8"
          unit="h"
          change={{ text: '31%', direction: 'down', good: true }}
        />
        <StatTile label={m.kit_stat_over()} value="2" change={{ text: '1', direction: 'up', good: false }} />
        <StatTile
          label={m.kit_stat_sla()}
          value={formatPercent(0.924, 1)}
          change={{ text: '3.1', direction: 'up', good: true }}
        />
      </div>
      <Card title={m.kit_actions()}>
        <Both>
          <Button look="primary" icon={<Plus aria-hidden />}>
            {m.kit_primary()}
          </Button>
          <Button icon={<Download aria-hidden />}>{m.kit_secondary()}</Button>
          <Button look="tint" icon={<Sparkles aria-hidden />}>
            {m.kit_tint()}
          </Button>
          <Button look="ghost">{m.kit_ghost()}</Button>
          <Button look="danger">{m.kit_danger()}</Button>
          <Button look="primary" busy>
            {m.kit_busy()}
          </Button>
          <Button disabled>{m.kit_disabled()}</Button>
          <IconButton label={m.kit_secondary()} icon={<Download aria-hidden />} look="plain" />
        </Both>
      </Card>
      <Card title={m.kit_badges()}>
        <Both>
          <Badge>{m.kit_stage_new()}</Badge>
          <Badge tone="tint">{m.kit_stage_working()}</Badge>
          <Badge tone="outline">{m.kit_manager_only()}</Badge>
          <TrafficLight light="green" />
          <TrafficLight light="yellow" />
          <TrafficLight light="red" />
        </Both>
      </Card>
    </>
  )
}
