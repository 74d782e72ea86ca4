import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

/** What a whole process cost, start-up included. */
export interface Cost {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly peakMegabytes: number;
  readonly output: string;
}

const report = `process.on('exit', () => { const u = process.resourceUsage(); process.stderr.write('\\nCOST ' + JSON.stringify({ cpu: (u.userCPUTime + u.systemCPUTime) / 1e6, peak: u.maxRSS / 1024 })); });`;

/** Runs a workload of this folder in a process of its own and reads its cost when it ends. */
export async function measure(workload: string, args: readonly string[]): Promise<Cost> {
  const program = resolve(import.meta.dirname, 'workloads', `${workload}.js`);
  const started = performance.now();
  const preload = `data:text/javascript,${encodeURIComponent(report)}`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--import', preload, program, ...args], { maxBuffer: 1 << 26 });
  const cost = /COST (\{.*\})/.exec(stderr)?.[1];
  if (cost === undefined) throw new Error(`${workload} did not report its cost: ${stderr}`);
  const { cpu, peak } = JSON.parse(cost) as { cpu: number; peak: number };
  return { cpuSeconds: cpu, wallSeconds: (performance.now() - started) / 1000, peakMegabytes: peak, output: stdout };
}

/** Runs two workloads in turn, so that a machine that grows slower slows both. */
export async function measureInTurn(rounds: number, a: () => Promise<Cost>, b: () => Promise<Cost>): Promise<{ a: Cost[]; b: Cost[] }> {
  const costs: { a: Cost[]; b: Cost[] } = { a: [], b: [] };
  await a();
  await b();
  for (let round = 0; round < rounds; round++) {
    costs.a.push(await a());
    costs.b.push(await b());
  }
  return costs;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));
