import { reportSettings } from '#shared/domain/settings.ts';
import { createEngine } from '#engine/index.ts';

const [reference, current] = process.argv.slice(2) as [string, string];
const engine = createEngine({ workspace: null, host: 'terminal', roots: null });
const context = { signal: new AbortController().signal, progress: () => {} };
const settings = reportSettings.parse({});
const report = await engine.api.reports.create({ reference: { path: reference }, current: { path: current }, settings }, context);
const chosen = { report: report.id, suite: null, presets: ['data-stability'] };
const { summary } = await engine.api.suites.run(chosen, context);
process.stdout.write(JSON.stringify({ rows: report.reference.numberOfRows, ...summary }));
await engine.close();
