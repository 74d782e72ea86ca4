import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { root } from './env.mjs';

// npm run false-alarms [-- --pairs 200 --rows 1000,100000]: compares pairs of one distribution and writes the table of
// docs/false-alarms.md anew.

const page = join(root, 'docs/false-alarms.md');
const built = join(root, 'out/falseAlarms');

async function bundle() {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['@duckdb/node-api', '@duckdb/node-bindings'] },
    build: {
      ssr: join(root, 'fixtures/falseAlarms/countFalseAlarms.ts'),
      outDir: built,
      emptyOutDir: true,
      target: 'node20.19',
      rolldownOptions: { output: { entryFileNames: '[name].js' } },
    },
  });
  return import(pathToFileURL(join(built, 'countFalseAlarms.js')).href);
}

const share = (value) => `${(100 * value).toFixed(1)} %`;

function row({ rows, columns, adjust, columnShare, anyColumnShare, datasetShare }) {
  const verdict = adjust === 'none' ? 'each p-value for itself (usual)' : 'adjusted (Benjamini-Hochberg)';
  return `| ${rows.toLocaleString('en-US')} | ${columns === 'all' ? 'all 20' : 'the 12 numeric ones'} | ${verdict} | ${share(columnShare)} | ${share(anyColumnShare)} | ${share(datasetShare)} |`;
}

async function main() {
  const { values } = parseArgs({
    options: { pairs: { type: 'string', default: '200' }, rows: { type: 'string', default: '1000,100000' } },
  });
  const { countFalseAlarms } = await bundle();
  const folder = mkdtempSync(join(tmpdir(), 'driftglass-false-alarms-'));
  const lines = [
    '| rows a side | columns | verdict | columns flagged | reports that flag a column | data sets called drifted |',
    '| --: | --- | --- | --: | --: | --: |',
  ];
  try {
    for (const rows of values.rows.split(',').map(Number)) {
      console.log(`${values.pairs} pairs of ${rows} rows`);
      const counted = await countFalseAlarms({ folder, pairs: Number(values.pairs), rows });
      lines.push(...counted.map(row));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(lines.join('\n'));
  const text = readFileSync(page, 'utf8');
  writeFileSync(
    page,
    text.replace(/\| rows a side[^]*?\n\n/, () => `${lines.join('\n')}\n\n`),
  );
}

await main();
