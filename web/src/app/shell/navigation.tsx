import {
  AlarmClock,
  ArrowDownToLine,
  Bell,
  Building2,
  ClipboardCheck,
  Gauge,
  Handshake,
  ListChecks,
  NotebookPen,
  Scale,
  Settings,
  Shuffle,
  Sun,
  UserRoundSearch,
  UsersRound,
  Waves,
  Waypoints,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { m } from '../../i18n/messages.ts'

export type NavTarget =
  | '/today'
  | '/leads'
  | '/customers'
  | '/opportunities'
  | '/pool'
  | '/followup'
  | '/handovers'
  | '/tasks'
  | '/log'
  | '/assign'
  | '/plan'
  | '/people'
  | '/capability'
  | '/notifications'
  | '/import'
  | '/policy'
  | '/settings'

export type NavEntry = {
  to: NavTarget
  label: string
  icon: ReactNode
  section: 'work' | 'team'
  /** The permission its page needs; without it the entry is not shown (and the server refuses the page's data all the same). */
  needs?: string
  /** Pinyin and its initials, for the palette. */
  keywords: readonly string[]
}

export function navigation(may: (permission: string) => boolean): NavEntry[] {
  const all: NavEntry[] = [
    {
      to: '/today',
      label: m.nav_today(),
      icon: <Sun aria-hidden />,
      section: 'work',
      keywords: ['jintian', 'jt', 'today'],
    },
    {
      to: '/leads',
      label: m.nav_leads(),
      icon: <UserRoundSearch aria-hidden />,
      section: 'work',
      needs: 'leads.read',
      keywords: ['xiansuo', 'xs', 'leads'],
    },
    {
      to: '/customers',
      label: m.nav_customers(),
      icon: <Building2 aria-hidden />,
      section: 'work',
      needs: 'accounts.read',
      keywords: ['kehu', 'kh', 'customers'],
    },
    {
      to: '/opportunities',
      label: m.nav_opportunities(),
      icon: <Handshake aria-hidden />,
      section: 'work',
      needs: 'opportunities.read',
      keywords: ['shangji', 'sj', 'opportunities'],
    },
    {
      to: '/pool',
      label: m.nav_pool(),
      icon: <Waves aria-hidden />,
      section: 'work',
      needs: 'pools.read',
      keywords: ['gonghai', 'gh', 'pool'],
    },
    {
      to: '/followup',
      label: m.nav_followup(),
      icon: <AlarmClock aria-hidden />,
      section: 'work',
      needs: 'leads.read',
      keywords: ['genjin', 'gj', 'followup', 'health', 'jiankang'],
    },
    {
      to: '/handovers',
      label: m.nav_handovers(),
      icon: <ClipboardCheck aria-hidden />,
      section: 'work',
      needs: 'handovers.read',
      keywords: ['jiaojie', 'jj', 'handovers'],
    },
    {
      to: '/tasks',
      label: m.nav_tasks(),
      icon: <ListChecks aria-hidden />,
      section: 'work',
      needs: 'tasks.read',
      keywords: ['renwu', 'rw', 'tasks'],
    },
    {
      to: '/log',
      label: m.nav_log(),
      icon: <NotebookPen aria-hidden />,
      section: 'work',
      needs: 'leads.read',
      keywords: ['genjin', 'rizhi', 'gj', 'log'],
    },
    {
      to: '/assign',
      label: m.nav_assign(),
      icon: <Shuffle aria-hidden />,
      section: 'team',
      needs: 'assignments.run',
      keywords: ['fenpei', 'fp', 'assign'],
    },
    {
      to: '/plan',
      label: m.nav_plan(),
      icon: <Waypoints aria-hidden />,
      section: 'team',
      needs: 'plans.read',
      keywords: ['fangan', 'fa', 'plan'],
    },
    {
      to: '/people',
      label: m.nav_people(),
      icon: <UsersRound aria-hidden />,
      section: 'team',
      needs: 'people.read',
      keywords: ['tuandui', 'td', 'people'],
    },
    {
      to: '/capability',
      label: m.nav_capability(),
      icon: <Gauge aria-hidden />,
      section: 'team',
      needs: 'capability.read',
      keywords: ['zhanlizhi', 'zlz', 'capability'],
    },
    {
      to: '/notifications',
      label: m.nav_notifications(),
      icon: <Bell aria-hidden />,
      section: 'team',
      keywords: ['tongzhi', 'tz', 'notifications', 'inbox'],
    },
    {
      to: '/import',
      label: m.nav_import(),
      icon: <ArrowDownToLine aria-hidden />,
      section: 'team',
      needs: 'imports.run',
      keywords: ['daoru', 'dr', 'import'],
    },
    {
      to: '/policy',
      label: m.nav_policy(),
      icon: <Scale aria-hidden />,
      section: 'team',
      needs: 'policy.read',
      keywords: ['celve', 'guize', 'policy'],
    },
    {
      to: '/settings',
      label: m.nav_settings(),
      icon: <Settings aria-hidden />,
      section: 'team',
      needs: 'company.read',
      keywords: ['shezhi', 'sz', 'settings'],
    },
  ]
  return all.filter((entry) => !entry.needs || may(entry.needs))
}
