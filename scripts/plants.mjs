// One forbidden import for each rule of .dependency-cruiser.mjs: file → its text. checkLayers plants them in a copy
// of the tree and asks that every rule reports its own.
const use = (path) => `import * as planted from '${path}';\nexport const used = planted;\n`;

export const plants = {
  'no-cycles': { 'cli/plantedCycle.ts': use('./plantedCycleBack.ts'), 'cli/plantedCycleBack.ts': use('./plantedCycle.ts') },
  'no-orphans': { 'server/plantedOrphan.ts': 'export const alone = 1;\n' },
  'everything-is-found': { 'cli/plantedNowhere.ts': use('./nowhere.ts') },
  'shared-is-pure': { 'shared/text/plantedNode.ts': use('node:fs') },
  'transport-is-carried-by-orpc': { 'shared/transport/plantedFastify.ts': use('fastify') },
  'stats-is-pure': { 'engine/stats/plantedShared.ts': use('#shared/errors/AppError.ts') },
  'methods-see-no-data': { 'engine/drift/methods/plantedData.ts': use('../../data/quote.ts') },
  'metrics-see-no-data': { 'engine/metrics/regression/plantedData.ts': use('../../data/quote.ts') },
  'learners-are-pure': { 'engine/learners/boosting/plantedData.ts': use('../../data/quote.ts') },
  'duckdb-lives-in-data': { 'engine/report/plantedDuckDb.ts': use('@duckdb/node-api') },
  'onnx-lives-in-models': { 'engine/drift/plantedOnnx.ts': use('onnxruntime-node') },
  'data-decides-nothing': { 'engine/data/plantedReport.ts': use('../report/html.ts') },
  'engine-knows-no-host': { 'engine/quality/plantedServer.ts': use('#server/guard.ts') },
  'engine-has-its-doors': { 'cli/plantedBackDoor.ts': use('#engine/store/runId.ts') },
  'hosts-are-strangers': { 'electron/main/plantedServer.ts': use('#server/guard.ts') },
  'renderer-is-a-web-page': { 'renderer/plantedEngine.ts': use('#engine/index.ts') },
  'renderer-has-no-node': { 'renderer/plantedNode.ts': use('node:fs') },
  'pages-are-strangers': { 'renderer/pages/home/plantedNeighbour.ts': use('../data/DataPage.tsx') },
  'react-lives-in-renderer': { 'server/plantedReact.ts': use('react') },
  'electron-stays-thin': { 'electron/main/plantedEngine.ts': use('#engine/index.ts') },
  'electron-lives-in-electron': { 'server/plantedElectron.ts': use('electron') },
  'nobody-needs-tests': { 'cli/plantedTest.ts': use('./parseList.test.ts') },
  'packages-are-declared': { 'server/plantedStranger.ts': use('semver') },
};
