import type { Command } from 'commander';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exitCodes } from '#shared/errors/codes.ts';
import { readConfig } from './readConfig.ts';
import { createProgram } from './runCommand.ts';

const page = await readFile(new URL('../docs/terminal.md', import.meta.url), 'utf8');
const silent = { write: (): void => undefined };
const program = createProgram({ stdout: silent, stderr: silent, env: {}, signal: new AbortController().signal });

/** The options that the page lists under the heading of a command. */
function documented(command: string): string[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`driftglass ${command}\n`)) ?? '';
  return [...section.matchAll(/^\| `(-.*?)` \|/gm)].map((match) => match[1]!);
}

const optionsOf = (command: Command): string[] => command.options.map((option) => option.flags);

/** Every command, those of a group under both their names. */
const every = program.commands.flatMap((command) => [
  [command.name(), command] as const,
  ...command.commands.map((inner) => [`${command.name()} ${inner.name()}`, inner] as const),
]);

test.each(every)('docs/terminal.md lists the options of %s', (name, command) => {
  expect(documented(name)).toEqual(optionsOf(command));
  expect(page).toContain(`driftglass ${name}`);
});

test('docs/terminal.md lists the exit codes', () => {
  const listed = [...page.matchAll(/^\| (\d+) \|/gm)].map((match) => Number(match[1]));
  expect(listed).toEqual(Object.values(exitCodes));
});

test('the configuration in docs/terminal.md is one that is understood', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'driftglass-docs-'));
  try {
    await writeFile(join(folder, 'driftglass.yaml'), /```yaml\n([^`]*)```/.exec(page)![1]!);
    const config = await readConfig(join(folder, 'driftglass.yaml'));
    expect(config).toMatchObject({
      current: join(folder, 'data/february/*.parquet'),
      settings: { missing: ['null', 'nan'], drift: { share: 0.3 } },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
