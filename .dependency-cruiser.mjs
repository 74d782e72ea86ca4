// Who may import whom. Each rule says, to the person it stops, why. docs/map.md shows the rooms.

const test = String.raw`\.test\.tsx?$`;
const product = '^(shared|engine|server|cli|renderer|electron)/';
const room = (name) => ({ path: `^${name}/`, pathNot: test });

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other to run are one file, or hide a third. (A type may point back.)',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'Nobody imports this file and it is no entry: delete it, or put it into its registry.',
      severity: 'error',
      from: {
        orphan: true,
        path: product,
        pathNot: [test, String.raw`\.d\.ts$`],
      },
      to: {},
    },
    {
      name: 'everything-is-found',
      comment: 'This import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: [String.raw`^vite/client$`, String.raw`\.(css|woff2)$`, '^electron$'] },
    },
    {
      name: 'shared-is-pure',
      comment: 'Shared code runs in every room, so it may need neither Node nor another room; of packages only zod.',
      severity: 'error',
      from: { path: '^shared/', pathNot: [test, '^shared/transport/'] },
      to: { pathNot: ['^shared/', '^node_modules/zod/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'transport-is-carried-by-orpc',
      comment: 'The wires are oRPC’s, behind one file a side; apart from it they are as pure as the rest of shared.',
      severity: 'error',
      from: { path: '^shared/transport/', pathNot: test },
      to: { pathNot: ['^shared/', '^node_modules/(zod|@orpc)/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'stats-is-pure',
      comment: 'engine/stats is arithmetic: it imports nothing but itself, so that each formula can be read and tested alone.',
      severity: 'error',
      from: room('engine/stats'),
      to: { pathNot: '^engine/stats/' },
    },
    {
      name: 'methods-see-no-data',
      comment: 'A drift method sees evidence and arithmetic only; how evidence is gathered is not its business.',
      severity: 'error',
      from: room('engine/drift/methods'),
      to: {
        pathNot: [
          '^engine/stats/',
          '^engine/drift/(defineDriftMethod|evidence|asNumeric|asText)[.]ts$',
          '^engine/drift/methods/',
          '^shared/',
        ],
      },
    },
    {
      name: 'metrics-see-no-data',
      comment: 'A metric sees evidence and arithmetic only; how evidence is gathered is not its business.',
      severity: 'error',
      from: room('engine/metrics'),
      to: { pathNot: ['^engine/stats/', '^engine/metrics/', '^shared/'] },
    },
    {
      name: 'duckdb-lives-in-data',
      comment: 'Only engine/data talks to the database; ask it for evidence in place of writing SQL elsewhere.',
      severity: 'error',
      from: { path: product, pathNot: [test, '^engine/data/'] },
      to: { path: '@duckdb/' },
    },
    {
      name: 'onnx-lives-in-models',
      comment: 'Only engine/models talks to the model runtime.',
      severity: 'error',
      from: { path: product, pathNot: [test, '^engine/models/'] },
      to: { path: 'onnxruntime' },
    },
    {
      name: 'data-decides-nothing',
      comment: 'engine/data gathers; it may use arithmetic, but knows neither methods, reports nor the workspace.',
      severity: 'error',
      from: room('engine/data'),
      to: { path: '^engine/', pathNot: ['^engine/(data|stats|jobs)/', '^engine/drift/evidence[.]ts$'] },
    },
    {
      name: 'engine-knows-no-host',
      comment: 'The engine is plain Node: it runs alike in a test, the terminal, the server and the desktop, and knows none of them.',
      severity: 'error',
      from: room('engine'),
      to: { path: ['^(server|cli|renderer|electron)/', '^node_modules/(electron|react|react-dom|fastify|commander)/'] },
    },
    {
      name: 'engine-has-its-doors',
      comment: 'From outside, the engine is entered through engine/index.ts only.',
      severity: 'error',
      from: { path: '^(server|cli|electron)/', pathNot: test },
      to: { path: '^engine/', pathNot: '^engine/index[.]ts$' },
    },
    {
      name: 'hosts-are-strangers',
      comment: 'Server, terminal, window and desktop meet in shared and in the engine, not in each other.',
      severity: 'error',
      from: { path: '^(server|cli|electron)/', pathNot: test },
      to: { path: '^(server|cli|renderer|electron)/', pathNot: '^$1/' },
    },
    {
      name: 'renderer-is-a-web-page',
      comment: 'The renderer is a page that happens to live in Electron: it knows shared and itself, no Node, no engine.',
      severity: 'error',
      from: room('renderer'),
      to: { path: ['^(engine|server|cli|electron)/', '^node_modules/(electron|fastify|@duckdb)/'] },
    },
    {
      name: 'renderer-has-no-node',
      comment: 'There is no Node in a window.',
      severity: 'error',
      from: room('renderer'),
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pages-are-strangers',
      comment: 'A page does not reach into another page; what both need is a component.',
      severity: 'error',
      from: { path: '^renderer/pages/([^/]+)/', pathNot: test },
      to: { path: '^renderer/pages/[^/]+/', pathNot: '^renderer/pages/$1/' },
    },
    {
      name: 'react-lives-in-renderer',
      comment: 'React and its kin are the renderer’s.',
      severity: 'error',
      from: { path: product, pathNot: [test, '^renderer/'] },
      to: { path: '^node_modules/(react|react-dom|@mantine|@tabler|@tanstack)/' },
    },
    {
      name: 'electron-stays-thin',
      comment: 'Main and preload make introductions and open dialogs; what computes is in the engine’s process.',
      severity: 'error',
      from: { path: '^electron/(main|preload)/', pathNot: test },
      to: { path: '^engine/' },
    },
    {
      name: 'electron-lives-in-electron',
      comment: 'Importing electron elsewhere would start a download in a test or a script.',
      severity: 'error',
      from: { pathNot: '^electron/' },
      to: { path: '^(node_modules/)?electron(/|$)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nobody-needs-tests',
      comment: 'Tests, fixtures, benchmarks and scripts are never part of the product.',
      severity: 'error',
      from: { path: product, pathNot: test },
      to: { path: ['^(e2e|bench|fixtures|scripts)/', test] },
    },
    {
      name: 'packages-are-declared',
      comment: 'This package is not in package.json: it is there by luck, and leaves without notice.',
      severity: 'error',
      from: { path: product },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^out/', '^dist/', '^demo/', String.raw`\.css$`, String.raw`\.woff2$`] },
    tsPreCompilationDeps: true,
    preserveSymlinks: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
