// The arrows of ARCHITECTURE.md as data. `check.mjs` applies them to every file; `canary.mjs` proves that it does.

/** Engine rooms by layer: a room may import rooms of lower layers only. */
export const ENGINE_LAYERS = [
  ['model', 'random'],
  ['calendar', 'rules'],
  ['scoring', 'workload'],
  ['matching', 'policy'],
  ['assignment', 'pools', 'followup', 'planning', 'arbitration', 'incentives'],
  ['evaluation'],
]
/** Learning produces what matching consumes, so it stands apart. */
export const ENGINE_EXCEPTIONS = { learning: ['model', 'random'] }

/** Server slices by layer: a slice may import the front doors of slices in lower layers. */
export const SLICE_LAYERS = [
  ['identity'],
  ['people'],
  ['customers'],
  ['policies'],
  // Decides nothing itself: assignment asks it for the model in force.
  ['learning'],
  ['assignment'],
  ['intake', 'handover'],
  ['pools'],
  ['tasks'],
  ['followup'],
  ['targets', 'arbitration', 'incentives', 'experiments'],
  ['insights', 'knowledge'],
  // They listen to events and are imported by nobody.
  ['notifications', 'integrations'],
]

/** Files of `server/src` that know everything. */
export const COMPOSITION = /^server\/src\/(main\.ts|compose\.ts|cli\.ts|cli\/|demo\/)/

/** Rooms of `web/src` by layer; the design system and the client know no feature. Within the last one only cycles are forbidden. */
export const WEB_LAYERS = [['i18n'], ['ui', 'api'], ['features', 'app']]

/** Packages that only some files may name. */
export const CONFINED = [
  {
    packages: /^(pg|kysely|pg-copy-streams|graphile-worker)(\/|$)/,
    allowed:
      /^server\/(src\/platform\/(database|postgres|backup|jobs)\/|src\/.*\/?store(\/.*|-[a-z-]+)?\.ts$|test\/)|\.test\.ts$|^(bench|e2e|scripts)\//,
    sentence: 'the driver and Kysely live in platform/database and store.ts',
  },
  {
    packages: /^(fastify|@fastify\/.*|fastify-type-provider-zod)$/,
    allowed:
      /^server\/(src\/platform\/http\/|src\/.*\/?([a-z-]+-)?routes(\/.*)?\.ts$|src\/main\.ts$|test\/)|\.test\.ts$/,
    sentence: 'Fastify lives in platform/http and routes.ts',
  },
  {
    packages: /^@larksuiteoapi\//,
    allowed: /^server\/src\/(integrations|notifications)\/[a-z-]+\//,
    sentence: 'a vendor SDK lives in its adapter folder',
  },
]

export const FORBIDDEN_FOLDERS = new Set([
  'utils',
  'helpers',
  'common',
  'shared',
  'lib',
  'misc',
  'util',
  'helper',
])
export const LONGEST_FILE = 500
export const LONGEST_TEST = 800
