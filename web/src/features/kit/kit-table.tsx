import { Inbox, Shuffle } from 'lucide-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useViewState } from '../../app/use-view-state.ts'
import { formatMoney, formatMoneyFull, formatNumber, formatRelativeDay } from '../../i18n/format.ts'
import { m } from '../../i18n/messages.ts'
import { Badge } from '../../ui/badge.tsx'
import { BulkBar } from '../../ui/bulk-bar.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { Column } from '../../ui/data-table/column.ts'
import { ColumnChooser } from '../../ui/data-table/column-chooser.tsx'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import { type SavedView, SavedViews } from '../../ui/data-table/saved-views.tsx'
import {
  everythingSelected,
  nothingSelected,
  type Selection,
  selectedCount,
} from '../../ui/data-table/selection.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { FilterField } from '../../ui/filter/condition.ts'
import { FilterBar } from '../../ui/filter/filter-bar.tsx'
import { notify } from '../../ui/notify.ts'
import { Panel } from '../../ui/panel.tsx'
import { PersonChip } from '../../ui/person-chip.tsx'
import { Segments } from '../../ui/segments.tsx'
import { type DemoLead, demoLeads, OWNERS } from './demo-leads.ts'

const WhyDemo = lazy(() => import('./why-demo.tsx').then((module) => ({ default: module.WhyDemo })))

const TOTAL = 100_000
const PAGE = 100
const NOW = new Date('2026-11-22T08:30:00Z')
const DAY_MS = 86_400_000

const stageText = (stage: DemoLead['stage']) =>
  ({
    new: m.kit_stage_new,
    assigned: m.kit_stage_assigned,
    working: m.kit_stage_working,
    quoted: m.kit_stage_quoted,
    won: m.kit_stage_won,
  })[stage]()

function columnsOf(
  open: (lead: DemoLead) => void,
  rename: (lead: DemoLead, contact: string) => void,
): Column<DemoLead>[] {
  return [
    {
      id: 'company',
      header: m.kit_company(),
      width: 168,
      fixed: true,
      sortable: true,
      cell: (lead) => lead.company,
    },
    {
      id: 'contact',
      header: m.kit_contact(),
      width: 88,
      cell: (lead) => lead.contact,
      edit: { value: (lead) => lead.contact, save: rename },
    },
    {
      id: 'tier',
      header: m.kit_tier(),
      width: 64,
      cell: (lead) => <Badge tone={lead.tier === 'A' ? 'tint' : 'plain'}>{lead.tier}</Badge>,
    },
    {
      id: 'score',
      header: m.kit_score(),
      width: 128,
      sortable: true,
      cell: (lead) => (
        <span className="flex items-center gap-2">
          <span aria-hidden className="h-1 w-14 overflow-hidden rounded-full bg-ink/8">
            <i className="block h-full rounded-full bg-accent" style={{ width: `${lead.score}%` }} />
          </span>
          <span className="w-5 text-right">{lead.score}</span>
        </span>
      ),
    },
    {
      id: 'stage',
      header: m.kit_stage(),
      width: 96,
      cell: (lead) => (
        <Badge tone={lead.stage === 'working' || lead.stage === 'quoted' ? 'tint' : 'plain'}>
          {stageText(lead.stage)}
        </Badge>
      ),
    },
    { id: 'industry', header: m.kit_industry(), width: 104, cell: (lead) => lead.industry },
    { id: 'region', header: m.kit_region(), width: 72, cell: (lead) => lead.region },
    {
      id: 'amount',
      header: m.kit_amount(),
      width: 104,
      align: 'end',
      sortable: true,
      cell: (lead) => <span title={formatMoneyFull(lead.amountMinor)}>{formatMoney(lead.amountMinor)}</span>,
    },
    {
      id: 'owner',
      header: m.kit_owner(),
      width: 128,
      cell: (lead) =>
        lead.owner ? (
          <PersonChip name={lead.owner} tabIndex={-1} onWhy={() => open(lead)} whyLabel={m.kit_why()} />
        ) : (
          <span className="text-faint">{m.kit_unassigned()}</span>
        ),
    },
    {
      id: 'updated',
      header: m.kit_updated(),
      width: 96,
      cell: (lead) => (
        <span className="text-quiet">
          {formatRelativeDay(new Date(NOW.getTime() - lead.updatedDaysAgo * DAY_MS), NOW)}
        </span>
      ),
    },
  ]
}

const fieldsOf = (): FilterField[] => [
  {
    key: 'industry',
    label: m.kit_industry(),
    kind: 'choice',
    options: ['医疗器械', '汽车零部件', '消费品', '新能源', '软件科技'].map((value) => ({
      value,
      label: value,
    })),
  },
  {
    key: 'region',
    label: m.kit_region(),
    kind: 'choice',
    options: ['华东', '华中', '华北', '华南'].map((value) => ({ value, label: value })),
  },
  {
    key: 'owner',
    label: m.kit_owner(),
    kind: 'choice',
    options: OWNERS.map((value) => ({ value, label: value })),
  },
  { key: 'amount', label: m.kit_amount(), kind: 'money' },
  { key: 'score', label: m.kit_score(), kind: 'number' },
  { key: 'updated', label: m.kit_updated(), kind: 'day' },
  { key: 'company', label: m.kit_company(), kind: 'text' },
]

function LeadCard({ lead, onOpen }: { lead: DemoLead; onOpen: () => void }) {
  return (
    <Card>
      <div className="flex items-start justify-between gap-3">
        <button type="button" onClick={onOpen} className="min-w-0 flex-1 text-left">
          <span className="block truncate text-md font-semibold">{lead.company}</span>
          <span className="block truncate text-sm text-quiet">
            {[lead.contact, stageText(lead.stage), formatMoney(lead.amountMinor)].join(' · ')}
          </span>
        </button>
        <Badge tone={lead.tier === 'A' ? 'tint' : 'plain'}>{lead.tier}</Badge>
      </div>
      <div className="mt-2 text-sm">
        {lead.owner ? (
          <PersonChip name={lead.owner} onWhy={onOpen} whyLabel={m.kit_why()} />
        ) : (
          <span className="text-faint">{m.kit_unassigned()}</span>
        )}
      </div>
    </Card>
  )
}

/** 100,000 made-up leads, handed out a page at a time as a server would. */
export function KitTable() {
  const [view, change] = useViewState()
  const [leads, setLeads] = useState(() => demoLeads(TOTAL))
  const [loaded, setLoaded] = useState(PAGE)
  const [selection, setSelection] = useState<Selection>(nothingSelected)
  const [views, setViews] = useState<readonly SavedView[]>([
    { id: 'mine', name: '华东 · 医疗', mine: true, shared: false, by: '周敏' },
  ])
  const rows = useMemo(() => leads.slice(0, loaded), [leads, loaded])
  const opened = rows.findIndex((lead) => lead.id === view.openId)

  const columns = columnsOf(
    (lead) => change({ openId: lead.id }),
    (lead, contact) =>
      setLeads((before) => before.map((entry) => (entry.id === lead.id ? { ...entry, contact } : entry))),
  )
  const count = selectedCount(selection, TOTAL)
  const neighbour = (step: number) => {
    const next = rows[opened + step]
    return next ? () => change({ openId: next.id }, { replace: true }) : undefined
  }
  return (
    <section aria-label={m.kit_table()} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Segments
          label={m.ui_saved_views()}
          value={view.view ?? 'all'}
          onChange={(next) => change({ view: next === 'all' ? undefined : next })}
          options={[
            { value: 'all', label: m.kit_view_all() },
            { value: 'mine', label: m.kit_view_mine() },
            { value: 'waiting', label: m.kit_view_waiting(), count: 12 },
            { value: 'due', label: m.kit_view_due() },
          ]}
        />
        <FilterBar
          filter={view.filter}
          fields={fieldsOf()}
          onChange={(filter) => change({ filter }, { replace: true })}
        />
        <span className="ml-auto flex items-center gap-2">
          <span className="text-sm text-quiet">{m.kit_records({ count: formatNumber(TOTAL) })}</span>
          <SavedViews
            views={views}
            onOpen={(id) => change({ view: id })}
            onSave={(name, shared) =>
              setViews([...views, { id: name, name, mine: true, shared, by: '周敏' }])
            }
            onDelete={(id) => setViews(views.filter((entry) => entry.id !== id))}
          />
          <ColumnChooser columns={columns} hidden={view.hidden} onChange={(hidden) => change({ hidden })} />
        </span>
      </div>
      <div className="relative">
        <DataTable
          label={m.kit_table()}
          className="h-120"
          columns={columns}
          rows={rows}
          rowId={(lead) => lead.id}
          total={TOTAL}
          hasMore={loaded < TOTAL}
          onNeedMore={() => setLoaded((before) => Math.min(TOTAL, before + PAGE))}
          sort={view.sort}
          onSort={(sort) => change({ sort })}
          hidden={view.hidden}
          selection={selection}
          onSelection={setSelection}
          openId={view.openId}
          onOpen={(lead) => change({ openId: lead.id }, { replace: view.openId !== null })}
          card={(lead) => <LeadCard lead={lead} onOpen={() => change({ openId: lead.id })} />}
          empty={<EmptyState icon={<Inbox />} title={m.kit_empty_title()} />}
        />
        <BulkBar
          count={count}
          matching={TOTAL}
          onSelectAll={() => setSelection(everythingSelected)}
          onClear={() => setSelection(nothingSelected)}
        >
          <Button
            size="sm"
            look="primary"
            icon={<Shuffle aria-hidden />}
            onClick={() => void notify({ text: m.kit_saved(), undo: () => undefined })}
          >
            {m.kit_bulk_assign()}
          </Button>
        </BulkBar>
      </div>
      <Panel
        open={opened >= 0}
        onOpenChange={(open) => !open && change({ openId: null })}
        title={rows[opened]?.company ?? ''}
        subtitle={rows[opened] && `${rows[opened].contact} · ${rows[opened].region}`}
        onPrevious={neighbour(-1)}
        onNext={neighbour(1)}
        actions={
          <>
            <Button>{m.kit_reassign()}</Button>
            <Button look="primary">{m.kit_accept()}</Button>
          </>
        }
      >
        <Suspense>
          <WhyDemo />
        </Suspense>
      </Panel>
    </section>
  )
}
