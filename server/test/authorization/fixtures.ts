import { freshDay, get, type Kind, makers, type Target, unique, upload } from './targets.ts'
import { PASSWORD, type Person, type Place, type World } from './world.ts'

export interface Call {
  readonly params?: Readonly<Record<string, string | number>>
  readonly query?: string
  readonly body?: unknown
  readonly version?: number | string | undefined
  /** For a body that is not JSON. */
  readonly contentType?: string
}

export interface Context {
  readonly world: World
  readonly place: Place
  readonly caller: Person
}

/**
 * What an operation needs to be called, and what its permission's reach means for it:
 * - `line`: about something somebody owns; reach decides.
 * - `company`: about something of the company; any reach will do, another company's is not there.
 * - `list`: shows what is within reach and nothing else.
 * - `none`: about nothing in particular.
 * - `self`: about the caller alone, whatever the role.
 * - `public`: for anybody.
 */
export interface Fixture {
  readonly scope: 'line' | 'company' | 'list' | 'none' | 'self' | 'public'
  readonly about?: Kind
  call?(target: Target, context: Context): Call | Promise<Call>
  /** What out of reach is answered; 404 unless an id in the body makes it a refusal of that field. */
  readonly hidden?: number
  /** Refusals that come after the right to ask was checked: a state another cell has left behind. */
  readonly fine?: readonly number[]
  /** The call ends the session it is made with. */
  readonly endsSession?: true
  /** The answer never ends by itself. */
  readonly streams?: true
}

const line = (about: Kind, call?: Fixture['call'], more: Partial<Fixture> = {}): Fixture => ({
  scope: 'line',
  about,
  ...(call === undefined ? {} : { call }),
  ...more,
})
const company = (about: Kind, call?: Fixture['call'], more: Partial<Fixture> = {}): Fixture => ({
  ...line(about, call, more),
  scope: 'company',
})
const list = (about: Kind, query = ''): Fixture => ({ scope: 'list', about, call: () => ({ query }) })
const none = (call?: Fixture['call'], more: Partial<Fixture> = {}): Fixture => ({
  scope: 'none',
  ...(call === undefined ? {} : { call }),
  ...more,
})
const self = (call?: Fixture['call'], more: Partial<Fixture> = {}): Fixture => ({
  ...none(call, more),
  scope: 'self',
})
const open = (body?: unknown): Fixture => ({ scope: 'public', call: () => ({ body }) })
const edit =
  (body: unknown) =>
  (target: Target): Call => ({ body, version: target.version })
const send = (body: unknown) => (): Call => ({ body })
const named =
  (more: Record<string, unknown> = {}) =>
  (_: Target, { world }: Context): Call => ({
    body: { name: `New ${unique(world)}`, ...more },
  })

/** One line per operation of the API. An operation without one fails the test. */
export const fixtures: Readonly<Record<string, Fixture>> = {
  // identity
  signUp: open({ company: 'c', name: 'n', email: 'no mail', password: PASSWORD }),
  signIn: open({ email: 'nobody@matrix.test', password: 'wrong' }),
  requestPasswordReset: open({ email: 'nobody@matrix.test' }),
  confirmPasswordReset: open({ token: 'made up', password: PASSWORD }),
  lookUpInvitation: open({ token: 'made up' }),
  acceptInvitation: open({ token: 'made up', name: 'x', email: 'x@matrix.test', password: PASSWORD }),
  getSession: self(),
  updateSession: self(send({ language: 'en' })),
  signOut: self(undefined, { endsSession: true }),
  listSessions: self(),
  endOtherSessions: self(undefined, { endsSession: true }),
  endSession: { scope: 'self', about: 'session' },
  changePassword: self(send({ current: 'not the password', next: PASSWORD }), { fine: [401, 429] }),
  beginSecondFactor: self(send({ password: PASSWORD }), { fine: [409, 429] }),
  confirmSecondFactor: self(send({ code: '000000' }), { fine: [401, 409, 429] }),
  removeSecondFactor: self(send({ password: PASSWORD }), { fine: [429] }),
  listMembers: list('member at place', '?limit=500'),
  getMember: line('member at place'),
  updateMember: line('member', edit({ name: 'Renamed' })),
  makeMemberResetLink: line('member'),
  removeMemberSecondFactor: line('member'),
  listInvitations: list('invitation'),
  invite: none(send({ role: 'auditor' })),
  revokeInvitation: company('invitation'),
  getCompany: none(),
  updateCompany: none(send({ name: 'Matrix' })),
  listRoles: none(),
  listApiKeys: list('api key'),
  createApiKey: none(send({ name: 'a key', role: 'auditor' })),
  revokeApiKey: company('api key'),
  listAudit: none(),
  exportPerson: line('member at place'),
  erasePerson: line('member'),
  // tasks
  listTasks: list('task', '?limit=500'),
  countTasks: none(),
  createTask: line('rep at place', (target, { world }) => ({
    body: {
      title: `Task ${unique(world)}`,
      standard: 'seen by the matrix',
      dueAt: new Date(world.test.clock.now() + 864e5).toISOString(),
      ownerId: target.id,
    },
  })),
  getTask: line('task'),
  updateTask: line('task', edit({ reportedPercent: 40 })),
  // Only the owner confirms; the matrix's callers are not always that person.
  acknowledgeTask: line('task', send({ understood: true }), { fine: [409] }),
  moveTask: line('task', edit({ to: 'doing' })),
  passCheckpoint: line('task', (target) => ({
    params: { checkpointId: String(target['checkpointId']) },
    body: { passed: true },
  })),
  reassignTask: line('task', (_, { place }) => ({ body: { repId: place.repId, reason: 'the matrix' } }), {
    fine: [409],
  }),
  commentTask: line('task', send({ body: 'seen' })),
  getTaskCall: line('task'),
  openTaskCall: line('task', (_, { world }) => ({
    body: { until: new Date(world.test.clock.now() + 864e5).toISOString() },
  })),
  // What an open call lets colleagues do is proven by the tests of tasks; here nobody is looked for.
  nominateForTask: line('task', send({ why: 'the matrix' }), { fine: [409] }),
  answerTaskNomination: line('task', send({ agree: true }), { fine: [409] }),
  chooseTaskCandidate: line(
    'task',
    (_, { place }) => ({ body: { repId: place.repId, reason: 'the matrix' } }),
    { fine: [409] },
  ),
  closeTaskCall: line('task', undefined, { fine: [409] }),
  listTaskComments: line('task'),
  proposeNextSteps: none(),
  getTaskConfirmation: none(),
  getTaskBlockers: none(),
  // notifications, integrations
  listNotifications: self(),
  markNotifications: self(send({ all: true })),
  getNotificationPreferences: self(),
  setNotificationPreferences: self(send({})),
  savePushSubscription: self(
    send({
      endpoint: 'https://push.example.com/matrix',
      keys: { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) },
    }),
  ),
  removePushSubscription: { scope: 'self', about: 'push subscription' },
  listChannels: list('channel'),
  createChannel: none(
    send({ vendor: 'feishu', name: 'x', address: 'https://open.feishu.cn/open-apis/bot/v2/hook/x' }),
  ),
  updateChannel: company('channel', edit({ name: 'Renamed' })),
  deleteChannel: company('channel'),
  testChannel: company('channel'),
  listDeliveries: list('delivery', '?limit=500'),
  retryDelivery: company('delivery'),
  listWebhooks: list('webhook'),
  createWebhook: none(send({ url: 'https://example.com/matrix' })),
  updateWebhook: company('webhook', edit({ description: 'Changed' })),
  deleteWebhook: company('webhook'),
  rotateWebhookSecret: company('webhook', send({})),
  replayWebhook: company('webhook', send({ since: '2026-11-01T00:00:00Z' })),
  testWebhook: company('webhook'),
  // people
  listReps: list('rep at place', '?limit=500'),
  createRep: line(
    'team',
    (_, { world, place }) => ({
      body: { name: `Rep ${unique(world)}`, teamId: place.teamId },
    }),
    { hidden: 422 },
  ),
  getRep: line('rep at place'),
  updateRep: line('rep', edit({ weight: 90 })),
  getRepCapacity: line('rep at place'),
  listRepTags: line('rep at place'),
  assessRepTag: line(
    'rep',
    send({ family: 'tools', tag: 'PPT', level: 2, source: 'manager', evidence: 'seen at work' }),
  ),
  removeRepTag: line('rep tag', (target) => ({ params: { tagId: String(target['tagId']) } })),
  exportRep: line('rep at place'),
  eraseRep: line('rep'),
  listTeams: list('team'),
  createTeam: line('team', (_, { world, place }) => ({
    body: { name: `Team ${unique(world)}`, parentId: place.teamId },
  })),
  updateTeam: line('team', edit({ limits: { dailyMax: 9 } })),
  archiveTeam: line('team'),
  listTerritories: list('territory'),
  createTerritory: none(named({ kind: 'city' })),
  updateTerritory: company('territory', edit({ aliases: ['another'] })),
  removeTerritory: company('territory'),
  listProductLines: list('product line'),
  createProductLine: none(named()),
  renameProductLine: company('product line', (target, { world }) => ({
    body: { name: `Line ${unique(world)}` },
    version: target.version,
  })),
  archiveProductLine: company('product line'),
  listLeaves: list('leave', '?limit=500'),
  bookLeave: line('rep at place', (target) => {
    const { startsAt, endsAt } = freshDay()
    return { body: { repId: target.id, startsAt, endsAt } }
  }),
  cancelLeave: line('leave'),
  listDutyShifts: list('duty shift', '?from=2020-01-01T00:00:00Z&to=2040-01-01T00:00:00Z'),
  planDutyShift: line('rep at place', (target) => {
    const { startsAt, endsAt } = freshDay()
    return { body: { repId: target.id, startsAt, endsAt } }
  }),
  removeDutyShift: line('duty shift'),
  getCalendarYear: none(() => ({ params: { year: 2026 } })),
  confirmCalendarYear: none(() => ({ params: { year: 2027 }, body: { confirmed: false } })),
  setCalendarDay: none(() => ({ params: { day: freshDay().day }, body: { kind: 'off' } })),
  clearCalendarDay: company('holiday', (target) => ({ params: { day: target.id } })),
  // customers
  listAttributes: list('attribute'),
  createAttribute: none((_, { world }) => ({ body: { key: `n${unique(world)}`, type: 'text' } })),
  updateAttribute: company('attribute', edit({ labelEn: 'Renamed' })),
  listFields: none(),
  listLeads: list('lead', '?limit=500'),
  countLeads: none(),
  getLead: line('lead'),
  updateLead: line('lead', edit({ note: 'seen' })),
  getLeadTimeline: line('lead'),
  listActivities: none(),
  listSavedViews: self(() => ({ query: '?screen=leads' })),
  saveView: self(() => ({ body: { screen: 'leads', name: 'a view', search: { view: 'mine' } } })),
  deleteSavedView: { scope: 'self', about: 'saved view' },
  summariseActivities: list('rep at place', '?from=2026-11-23&to=2026-11-29'),
  getContactRhythm: none(),
  createActivity: line('account', (target) => ({
    body: { itemKind: 'account', itemId: target.id, kind: 'call' },
  })),
  listAccounts: list('account', '?limit=500'),
  createAccount: line(
    'rep at place',
    (target, { world }) => ({
      body: { name: `Account ${unique(world)}`, ownerId: target.id },
    }),
    { hidden: 422 },
  ),
  countAccounts: none(),
  getAccount: line('account'),
  getAccountTimeline: line('account'),
  updateAccount: line('account', edit({ note: 'seen' })),
  listContacts: list('contact', '?limit=500'),
  createContact: line(
    'account',
    (target, { world }) => ({
      body: { name: `Contact ${unique(world)}`, accountId: target.id },
    }),
    { hidden: 422 },
  ),
  countContacts: none(),
  getContact: line('contact'),
  updateContact: line('contact', edit({ note: 'seen' })),
  listOpportunities: list('opportunity', '?limit=500'),
  createOpportunity: line(
    'rep at place',
    (target, { world }) => ({
      body: { name: `Opportunity ${unique(world)}`, ownerId: target.id },
    }),
    { hidden: 422 },
  ),
  countOpportunities: none(),
  getOpportunity: line('opportunity'),
  getOpportunityTimeline: line('opportunity'),
  updateOpportunity: line('opportunity', edit({ note: 'seen' })),
  listProducts: list('product', '?limit=500'),
  createProduct: none(named()),
  countProducts: none(),
  getProduct: company('product'),
  updateProduct: company('product', edit({ line: 'another' })),
  // policies
  getPolicy: none(),
  savePolicyDraft: none(async (_, { world, place }) => {
    const { document } = await get(world, place, '/policy')
    return { body: { ...(document as object), name: `Policy ${unique(world)}` }, version: '*' }
  }),
  discardPolicyDraft: none(),
  validatePolicy: none(send({ document: {} })),
  publishPolicy: { scope: 'none', about: 'draft', call: send({}) },
  rollBackPolicy: none(send({ version: 1 }), { fine: [409] }),
  listPolicyVersions: none(),
  getPolicyVersion: none(() => ({ params: { version: 1 } })),
  getPolicySchema: none(),
  listPolicyPresets: none(),
  // learning
  getModels: none(),
  getModel: company('win model'),
  compareModels: company('win model', (target) => ({ query: `?with=${target.id}` })),
  trainModel: none(),
  activateModel: company('win model', send({ note: 'the matrix' })),
  rollBackModel: none(send({ note: 'the matrix' }), { fine: [409] }),
  switchOffModel: none(send({ note: 'the matrix' }), { fine: [409] }),
  followNightlyModels: none(),
  confirmModelColumn: none((_, { world }) => ({ body: { name: unique(world), confirmed: true } })),
  getCapability: list('capability proposal'),
  getRepCapability: line('rep at place'),
  evaluateCapability: none(),
  decideCapabilityProposal: line('capability proposal', send({ accept: false })),
  // intake
  createLead: none(named()),
  createLeads: none((_, { world }) => ({ body: { items: [{ name: `Lead ${unique(world)}` }] } })),
  createImport: none(() => {
    const { payload, contentType } = upload()
    return { query: '?kind=leads', body: payload, contentType }
  }),
  listImports: list('import', '?limit=500'),
  listImportFields: none(() => ({ query: '?kind=leads' })),
  getImport: company('import'),
  changeImportMapping: company('import', (target) => ({ body: target['mapping'] })),
  changeImportFormat: company('import', send({ encoding: 'utf-8' })),
  dryRunImport: company('import'),
  startImport: company('import'),
  undoImport: company('import', undefined, { fine: [409] }),
  downloadImportErrors: company('import'),
  listForms: list('form'),
  createForm: none(named()),
  changeForm: company('form', send({ thanks: 'seen' })),
  submitForm: { scope: 'public', call: () => ({ params: { key: 'pf_nobody' }, body: {} }), fine: [404] },
  // handovers
  listHandovers: list('handover to write', '?limit=200'),
  countHandovers: none(),
  // Of somebody out of reach there is nothing to count.
  getHandoverProgress: none((_, { caller }) => ({
    query: `?repId=${caller.repId}&since=2026-01-01T00:00:00Z`,
  })),
  getHandoverQuality: none(),
  getHandover: line('handover to write'),
  saveHandoverDraft: line('handover to write', edit({ answers: {} })),
  submitHandover: line('handover to write', edit({ answers: {} })),
  // Reading cannot be done for somebody else, whoever leads them.
  confirmHandover: {
    scope: 'self',
    about: 'handover to read',
    call: ({ version }) => ({ version }),
    hidden: 403,
  },
  declineHandover: {
    scope: 'self',
    about: 'handover to read',
    call: ({ version }) => ({ version, body: { reason: 'busy' } }),
    hidden: 403,
  },
  scoreHandover: {
    scope: 'self',
    about: 'handover to read',
    call: () => ({ body: { score: 4 } }),
    hidden: 403,
    fine: [409],
  },
  // pools
  listPools: list('open pool'),
  createPool: none(named()),
  getPool: company('open pool'),
  updatePool: line('pool of a team', edit({ note: 'seen' })),
  deletePool: company('open pool'),
  getPoolConduct: line('pool of a team'),
  listPoolItems: company('open pool'),
  listPoolWindows: company('open pool'),
  // Whoever had it last leaves it to others for a while.
  claimLead: company('pooled lead', undefined, { fine: [409] }),
  claimPoolItem: company('pooled lead', (target) => ({ params: { id: String(target['poolId']) } }), {
    fine: [409],
  }),
  claimNext: company('open pool', undefined, { fine: [409] }),
  placeBid: company(
    'lead to grab',
    (target) => ({ params: { id: String(target['poolId']) }, body: { itemId: target.id } }),
    { fine: [409] },
  ),
  releaseIntoPool: line('lead', async (target, { world, place }) => ({
    params: { id: (await makers['open pool'](world, place)).id },
    body: { itemIds: [target.id], reason: 'too_busy' },
  })),
  assignFromPool: line('pool of a team', (target, { place }) => ({
    body: { itemIds: [target.id], repIds: [place.repId] },
  })),
  getPoolStanding: line('lead'),
  // assignment
  acceptLead: line('lead'),
  declineLead: line('lead', send({ reason: 'busy' }), { fine: [409] }),
  declineOpportunity: line('opportunity', send({ reason: 'busy' }), { fine: [409] }),
  listDeclineReasons: none(),
  listOfferPatterns: list('rep with an offer'),
  releaseLead: line('lead', send({})),
  closeLead: line('lead', send({ outcome: 'lost' })),
  overrideLead: line('lead', (_, { place }) => ({ body: { repId: place.repId, reason: 'the matrix' } }), {
    fine: [409],
  }),
  acceptOpportunity: line('opportunity'),
  releaseOpportunity: line('opportunity', send({})),
  closeOpportunity: line('opportunity', send({ outcome: 'lost' })),
  overrideOpportunity: line(
    'opportunity',
    (_, { place }) => ({ body: { repId: place.repId, reason: 'the matrix' } }),
    { fine: [409] },
  ),
  acceptAccount: line('account'),
  releaseAccount: line('account', send({})),
  overrideAccount: line(
    'account',
    (_, { place }) => ({ body: { repId: place.repId, reason: 'the matrix' } }),
    { fine: [409] },
  ),
  exportLeadPerson: company('lead'),
  exportContactPerson: company('contact'),
  exportAccountPerson: company('account'),
  eraseLeadPerson: company('lead'),
  eraseContactPerson: company('contact'),
  eraseAccountPerson: company('account'),
  logLeadActivity: line('lead', send({ kind: 'call' })),
  logOpportunityActivity: line('opportunity', send({ kind: 'visit', result: 'interested' })),
  logAccountActivity: line('account', send({ kind: 'call' })),
  logContactActivity: line('contact', send({ kind: 'email' })),
  // Out of reach is left out of a selection; the witness sees that nothing is written for it.
  previewAssignments: line('lead', (target) => ({ body: { leadIds: [target.id] } }), { hidden: 200 }),
  runAssignments: line('lead', (target) => ({ body: { leadIds: [target.id] } }), { hidden: 200 }),
  createPlan: line('rep at place', (target) => ({ body: { kind: 'redistribute', repId: target.id } })),
  listPlans: list('plan', '?limit=200'),
  getReoptimisation: none(),
  switchReoptimisation: none(send({ enabled: false })),
  getPlan: line('plan'),
  listPlanMoves: line('plan'),
  commitPlan: line('plan', undefined, { fine: [409] }),
  stopPlan: line('plan'),
  undoPlan: line('plan', undefined, { fine: [409] }),
  listLeadDecisions: line('lead'),
  getDecision: line('decision'),
  undoDecision: line('decision'),
  verifyDecision: line('decision'),
  contrastDecision: line('decision', (_, { place }) => ({ query: `?repId=${place.tenant.reps[0]}` })),
  getWorkload: list('rep at place'),
  getRepFairness: line('rep at place'),
  // followup
  getLeadClocks: line('lead'),
  getOpportunityClocks: line('opportunity'),
  listClocks: line('lead', (target) => ({ query: `?ids=${target.id}` }), { hidden: 200 }),
  listTimers: none(),
  listTimerFirings: none(),
  listTriggers: list('trigger', '?limit=500'),
  acceptTrigger: line('trigger', send({})),
  declineTrigger: line('trigger', send({ note: 'the matrix' })),
  getHealthReport: line('rep at place', (target) => ({ query: `?repId=${target.id}` })),
  getWorkloadIndicators: list('rep at place'),
  getWorkloadHeatMap: list('rep at place'),
  getRelief: none(),
  takeRelief: line('rep at place', (target) => ({ body: { repId: target.id, kind: 'peers' } }), {
    fine: [409],
  }),
  // platform
  streamEvents: self(undefined, { streams: true }),
}
