import { reportSettings } from '#shared/domain/settings.ts';
import { createEngine } from '#engine/index.ts';

const [reference, current] = process.argv.slice(2) as [string, string];
const engine = createEngine({ workspace: null, host: 'terminal', roots: null });
const context = { signal: new AbortController().signal, progress: () => {} };
// Drift alone; the benchmark of the suite has the summary of the data too.
const settings = reportSettings.parse({ sections: ['data-drift', 'missing-values'] });
const report = await engine.api.reports.create({ reference: { path: reference }, current: { path: current }, settings }, context);
const { numberOfColumns, numberOfDriftedColumns } = report.dataDrift;
process.stdout.write(JSON.stringify({ rows: report.reference.numberOfRows, numberOfColumns, numberOfDriftedColumns }));
await engine.close();
