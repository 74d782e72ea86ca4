import { spawn } from 'node:child_process';
import { root } from './env.mjs';

/** Runs a Node program and shows what it prints; gives its exit code and what it printed. */
export function runStep(args, env = {}) {
  return new Promise((resolve, reject) => {
    const merged = Object.entries({ ...process.env, ...env }).filter(([, value]) => value !== undefined);
    const child = spawn(process.execPath, args, { cwd: root, env: Object.fromEntries(merged), stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const [stream, out] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      stream.on('data', (part) => {
        text += part;
        out.write(part);
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, text }));
  });
}

/** Runs steps one after another, goes on after a failure, and gives each with its outcome and seconds. */
export async function runSteps(steps) {
  const done = [];
  for (const { name, run } of steps) {
    console.log(`\n── ${name}`);
    const started = performance.now();
    const outcome = await run().catch((error) => ({ state: 'failed', note: error.message, passed: 0, failed: 1 }));
    done.push({ name, seconds: (performance.now() - started) / 1000, note: '', passed: 0, failed: 0, ...outcome });
  }
  return done;
}

export function printTable(done) {
  console.log('');
  const width = Math.max(...done.map(({ name }) => name.length));
  for (const { state, name, seconds, note } of done) {
    console.log(`${state.padEnd(8)} ${name.padEnd(width)} ${seconds.toFixed(1).padStart(7)} s  ${note}`.trimEnd());
  }
}
