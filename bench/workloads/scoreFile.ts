import { scoringSettings } from '#shared/domain/model.ts';
import { createEngine } from '#engine/index.ts';

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const [data, model, features, output] = process.argv.slice(2) as [string, string, string, string];
const engine = createEngine({ workspace: null, host: 'terminal', roots: null });
const context = { signal: new AbortController().signal, progress: () => {} };
const settings = scoringSettings.parse({ map: { X: features.split(',') } });
const before = process.cpuUsage();
const started = performance.now();
const request = { source: { path: data }, model, settings, derive: [], where: null, keep: null, notFeatures: [], path: output };
const { rows } = await engine.api.models.score(request, context);
process.stdout.write(JSON.stringify({ rows, seconds: (performance.now() - started) / 1000, cpu: cpuSeconds() }));
await engine.close();
