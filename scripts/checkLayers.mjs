import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import config from '../.dependency-cruiser.mjs';
import { root } from './env.mjs';
import { plants } from './plants.mjs';

// Guards the guard: dependency-cruiser is green when it looks at nothing, so the modules it saw are counted, and in a
// copy of the tree each rule is broken once on purpose and must say so.

const rooms = ['shared', 'engine', 'server', 'cli', 'renderer', 'electron'];
const fewestModules = 250;

/** Looks at the rooms below a folder: how many modules there are, and the broken rules with the file that breaks them. */
function cruise(folder) {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...rooms];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser said: ${stderr || stdout}`);
  const { summary, modules } = JSON.parse(stdout);
  const ours = modules.filter(({ source }) => rooms.some((name) => source.startsWith(`${name}/`)));
  return { count: ours.length, violations: summary.violations };
}

/** A copy of what is looked at, sharing the packages. */
function copyTree(folder) {
  for (const name of [...rooms, 'package.json', 'tsconfig.base.json', '.dependency-cruiser.mjs']) {
    if (existsSync(join(root, name))) cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
}

function unreported(folder) {
  for (const files of Object.values(plants)) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  }
  const { violations } = cruise(folder);
  const reports = (rule, files) => violations.some(({ rule: { name }, from }) => name === rule && from in files);
  return Object.entries(plants).flatMap(([rule, files]) => (reports(rule, files) ? [] : [rule]));
}

function main() {
  const problems = [];
  const { count, violations } = cruise(root);
  for (const { rule, from, to } of violations) {
    const { comment } = config.forbidden.find(({ name }) => name === rule.name);
    problems.push(`${rule.name}: ${from} → ${to}\n    ${comment}`);
  }
  if (count < fewestModules) problems.push(`only ${count} modules were looked at; at least ${fewestModules} are expected`);
  const rules = config.forbidden.map(({ name }) => name);
  for (const rule of rules.filter((name) => !(name in plants)))
    problems.push(`the rule ${rule} has no planted import in scripts/plants.mjs`);

  const folder = mkdtempSync(join(tmpdir(), 'driftglass-layers-'));
  try {
    copyTree(folder);
    for (const rule of unreported(folder)) problems.push(`the rule ${rule} did not report the import planted for it`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  for (const problem of problems) console.error(problem);
  console.log(
    `layers: ${count} modules, ${rules.length} rules, each seen to bite: ${problems.length === 0 ? 'ok' : `${problems.length} problems`}`,
  );
  return problems.length === 0 ? 0 : 1;
}

process.exitCode = main();
