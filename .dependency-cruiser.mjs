// The one rule of the house. Rooms stand in the order in which people do things: a room may use the door (index.ts) of
// an earlier room, never of a later one, and never what is behind a door.
export const rooms = [
  'people',
  'municipalities',
  'membership',
  'record',
  'search',
  'statistics',
  'partnerships',
  'barometer',
  'ideas',
  'experiments',
  'measurements',
  'evaluations',
  'decisions',
  'lessons',
  'resources',
  'knowledge',
  'campaign',
  'programme',
  'moderation',
  'own-data',
  'notices',
  'publishing',
  'front',
]

const anyRoom = `(?:${rooms.join('|')})`
const test = '\\.test\\.tsx?$'
const examples = '\\.examples\\.ts$'

/** One rule for each room: none of the rooms after it. */
const order = rooms.slice(0, -1).map((room, index) => ({
  name: `room-order-${room}`,
  comment: `${room} stands before these rooms and may not know them. News travels forward by a job, or the later room reads.`,
  severity: 'error',
  from: { path: `^app/${room}/` },
  to: { path: `^app/(?:${rooms.slice(index + 1).join('|')})/` },
}))

export default {
  forbidden: [
    ...order,
    {
      name: 'door',
      comment: 'What is behind another room’s door is its own: use its index.ts.',
      severity: 'error',
      from: { path: `^app/(${anyRoom})/`, pathNot: [test, examples] },
      to: { path: `^app/${anyRoom}/`, pathNot: [`^app/$1/`, `^app/${anyRoom}/index\\.ts$`] },
    },
    {
      name: 'door-of-tests',
      comment: 'Tests and examples may use the examples of another room beside its door, nothing else of it.',
      severity: 'error',
      from: { path: [`^app/(${anyRoom})/.*${test}`, `^app/(${anyRoom})/.*${examples}`] },
      to: { path: `^app/${anyRoom}/`, pathNot: [`^app/$1/`, `^app/${anyRoom}/index\\.ts$`, examples] },
    },
    {
      name: 'door-from-outside',
      comment: 'The start, the site and the operator’s commands use doors too.',
      severity: 'error',
      from: { path: '^(?:app/[^/]+\\.tsx?|stories/)', pathNot: [test, '^app/test-'] },
      to: { path: `^app/${anyRoom}/`, pathNot: `^app/${anyRoom}/index\\.ts$` },
    },
    {
      name: 'ground-knows-no-room',
      comment: 'platform/ and ui/ know no room.',
      severity: 'error',
      from: { path: '^app/(?:platform|ui)/' },
      to: { path: ['^app/(?!platform/|ui/|texts/)[^/]+/', '^app/[^/]+\\.tsx?$'] },
    },
    {
      name: 'texts-know-no-room',
      comment: 'Texts are words; they know the language and the formats, nothing else.',
      severity: 'error',
      from: { path: '^app/texts/' },
      to: {
        path: '^app/',
        pathNot: ['^app/texts/', '^app/platform/(?:language|format)\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'sql-in-stores',
      comment: 'Only *-store.ts and platform/ write SQL.',
      severity: 'error',
      from: { path: '^app/', pathNot: ['^app/platform/', '-store\\.ts$', test] },
      to: { path: '(?:^|node_modules/)(?:kysely|pg)(?:/|$)' },
    },
    {
      name: 'web-in-pages',
      comment: 'Only pages/, ui/ and platform/web/ know HTML and HTTP; site and start put them together.',
      severity: 'error',
      from: {
        path: `^app/${anyRoom}/`,
        pathNot: [`^app/${anyRoom}/pages/`, `^app/(?:publishing|front)/`, '\\.browser\\.tsx?$', test],
      },
      to: {
        path: ['(?:^|node_modules/)(?:hono|@hono/[^/]+)(?:/|$)', '^app/ui/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'engine-by-its-door',
      comment: 'The statistics engine is a package: what it exports is used, never what is inside it.',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^evidence/', pathNot: ['^evidence/src/index\\.ts$', '^evidence/package\\.json$'] },
    },
    {
      name: 'engine-knows-only-itself',
      comment: 'evidence/ is usable on its own: no platform, no web, no database, no files.',
      severity: 'error',
      from: { path: '^evidence/src/', pathNot: test },
      to: { pathNot: ['^evidence/src/', '^(?:node:)?worker_threads$'] },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or the wrong two.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'The product does not stand on its tests or on what only they need.',
      severity: 'error',
      from: {
        path: '^(?:app|evidence/src)/',
        pathNot: [test, '^app/platform/database/test-', '^app/test-[^/]+\\.ts$'],
      },
      to: {
        path: [
          test,
          '^app/platform/database/test-',
          '^app/test-[^/]+\\.ts$',
          '(?:^|node_modules/)(?:vitest|fast-check|playwright-core|@axe-core)(?:/|$)',
        ],
      },
    },
    {
      name: 'everything-is-found',
      comment: 'An import that leads nowhere would escape every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
