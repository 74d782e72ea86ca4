import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { root } from './env.mjs';

// npm run bench [-- NAME… --json]: each benchmark runs beside its yardstick. --json prints
// [{name, ratio, target, ok, figures}] and nothing else.

const folder = join(root, 'bench');
const built = join(root, 'out/bench');

function entries() {
  const files = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'));
  const isEntry = (path) => path.includes('workloads') || /^export const benchmark\b/m.test(readFileSync(join(folder, path), 'utf8'));
  return files.map((path) => path.replaceAll('\\', '/')).filter(isEntry);
}

async function bundle(files) {
  const input = Object.fromEntries(files.map((path) => [path.slice(0, -3), join(folder, path)]));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    // As in the product: everything is bundled but the native packages of the database and of ONNX Runtime.
    ssr: { noExternal: true, external: ['@duckdb/node-api', '@duckdb/node-bindings', 'onnxruntime-node'] },
    build: {
      ssr: true,
      outDir: built,
      emptyOutDir: true,
      target: 'node20.19',
      // Workloads are found from their place in the folder, so the folder's shape is kept.
      rolldownOptions: { input, output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' } },
    },
  });
}

async function load(files) {
  const names = files.filter((path) => !path.includes('workloads')).map((path) => basename(path, '.ts'));
  return Promise.all(names.map(async (name) => (await import(pathToFileURL(join(built, `${name}.js`)).href)).benchmark));
}

function choose(all, wanted) {
  const unknown = wanted.filter((name) => !all.some((each) => each.name === name));
  if (unknown.length > 0)
    throw new Error(`There is no benchmark ${unknown.join(', ')}. There are ${all.map(({ name }) => name).join(', ')}.`);
  return wanted.length === 0 ? all : all.filter(({ name }) => wanted.includes(name));
}

function print({ name, ratio, target, ok, figures }, summary) {
  console.log(`\n${name}: ${summary}`);
  for (const [figure, value] of Object.entries(figures)) console.log(`  ${figure.padEnd(24)} ${value}`);
  console.log(`  ${'ratio'.padEnd(24)} ${ratio} (target: at most ${target}) ${ok ? 'met' : 'NOT met'}`);
}

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } });
  const files = entries();
  await bundle(files);
  const results = [];
  for (const benchmark of choose(await load(files), positionals)) {
    const { name, ratio, target, ok, figures } = await benchmark.run();
    results.push({ name, ratio, target, ok, figures });
    if (!values.json) print(results.at(-1), benchmark.summary);
  }
  if (values.json) console.log(JSON.stringify(results, null, 2));
  if (results.length === 0) throw new Error('No benchmark was found in bench/.');
  return results.every(({ ok }) => ok) ? 0 : 1;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    console.error(error.message);
    process.exitCode = 2;
  },
);
