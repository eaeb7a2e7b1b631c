import { createRootRoute, createRoute, Outlet, redirect } from '@tanstack/react-router'
import { m } from '../i18n/messages.ts'
import { readViewSearch } from '../ui/data-table/view-state.ts'
import { AppFrame } from './app-frame.tsx'
import { prepared, screen } from './screen.tsx'

const root = createRootRoute({ component: Outlet })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/today' })
  },
})

const readNext = (search: Record<string, unknown>): { next?: string } => {
  const next = search['next']
  // Only paths of our own: `//evil.example` would leave the site after signing in.
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {}
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: readNext,
  component: screen('identity', 'sign-in', m.app_name),
})
const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  component: screen('identity', 'sign-up', m.app_name),
})
const invite = createRoute({
  getParentRoute: () => root,
  path: '/invite/$token',
  component: screen('identity', 'invite', m.app_name),
})
const forgot = createRoute({
  getParentRoute: () => root,
  path: '/forgot',
  component: screen('identity', 'forgot', m.app_name),
})
const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset/$token',
  component: screen('identity', 'reset', m.app_name),
})
const kit = createRoute({
  getParentRoute: () => root,
  path: '/kit',
  validateSearch: readViewSearch,
  component: screen('kit', 'kit', m.nav_kit),
})

const app = createRoute({ getParentRoute: () => root, id: 'app', component: AppFrame })

const readToday = (search: Record<string, unknown>): { log?: string; open?: string } => ({
  ...(typeof search['log'] === 'string' ? { log: search['log'] } : {}),
  ...(typeof search['open'] === 'string' ? { open: search['open'] } : {}),
})

const start = createRoute({
  getParentRoute: () => app,
  path: '/start',
  component: screen('identity', 'start', m.app_name),
})
const account = createRoute({
  getParentRoute: () => app,
  path: '/account',
  component: screen('identity', 'account', m.identity_account),
})
const notifications = createRoute({
  getParentRoute: () => app,
  path: '/notifications',
  component: screen('notifications', 'notifications', m.nav_notifications),
})
const today = createRoute({
  getParentRoute: () => app,
  path: '/today',
  validateSearch: readToday,
  component: screen('today', 'today', m.nav_today),
})
const tasks = createRoute({
  getParentRoute: () => app,
  path: '/tasks',
  validateSearch: readViewSearch,
  component: screen('tasks', 'tasks', m.nav_tasks),
})
const log = createRoute({
  getParentRoute: () => app,
  path: '/log',
  component: screen('activities', 'log', m.nav_log),
})
const leads = createRoute({
  getParentRoute: () => app,
  path: '/leads',
  validateSearch: readViewSearch,
  component: screen('leads', 'leads', m.nav_leads),
  loader: prepared('leads', 'leads'),
})
const customers = createRoute({
  getParentRoute: () => app,
  path: '/customers',
  validateSearch: readViewSearch,
  component: screen('customers', 'customers', m.nav_customers),
  loader: prepared('customers', 'customers'),
})
const opportunities = createRoute({
  getParentRoute: () => app,
  path: '/opportunities',
  validateSearch: readViewSearch,
  component: screen('customers', 'opportunities', m.nav_opportunities),
  loader: prepared('customers', 'opportunities'),
})
const pool = createRoute({
  getParentRoute: () => app,
  path: '/pool',
  validateSearch: readViewSearch,
  component: screen('pools', 'pool', m.nav_pool),
})
const followup = createRoute({
  getParentRoute: () => app,
  path: '/followup',
  validateSearch: readViewSearch,
  component: screen('followup', 'followup', m.nav_followup),
})
const handovers = createRoute({
  getParentRoute: () => app,
  path: '/handovers',
  validateSearch: readViewSearch,
  component: screen('handover', 'handovers', m.nav_handovers),
})
const assign = createRoute({
  getParentRoute: () => app,
  path: '/assign',
  validateSearch: readViewSearch,
  component: screen('assignment', 'assign', m.nav_assign),
})
const plan = createRoute({
  getParentRoute: () => app,
  path: '/plan',
  validateSearch: readViewSearch,
  component: screen('planning', 'plan', m.nav_plan),
})
const people = createRoute({
  getParentRoute: () => app,
  path: '/people',
  validateSearch: readViewSearch,
  component: screen('people', 'people', m.nav_people),
})
const person = createRoute({
  getParentRoute: () => app,
  path: '/people/$id',
  component: screen('people', 'person', m.nav_people),
})
const capability = createRoute({
  getParentRoute: () => app,
  path: '/capability',
  validateSearch: readViewSearch,
  component: screen('capability', 'capability', m.nav_capability),
})
const models = createRoute({
  getParentRoute: () => app,
  path: '/models',
  component: screen('capability', 'models', m.nav_capability),
})
const importing = createRoute({
  getParentRoute: () => app,
  path: '/import',
  validateSearch: readViewSearch,
  component: screen('import', 'import', m.nav_import),
})
const policy = createRoute({
  getParentRoute: () => app,
  path: '/policy',
  component: screen('policies', 'policy', m.nav_policy),
})
const settings = createRoute({
  getParentRoute: () => app,
  path: '/settings',
  validateSearch: readViewSearch,
  component: screen('settings', 'settings', m.nav_settings),
})

export const routeTree = root.addChildren([
  home,
  signIn,
  signUp,
  invite,
  forgot,
  reset,
  kit,
  app.addChildren([
    start,
    account,
    today,
    tasks,
    log,
    notifications,
    leads,
    customers,
    opportunities,
    pool,
    followup,
    handovers,
    assign,
    plan,
    people,
    person,
    capability,
    models,
    importing,
    policy,
    settings,
  ]),
])
