import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { reportSettings, type ReportSettingsInput } from '#shared/domain/settings.ts';
import { commandFor } from './commandFor.ts';

const command = (settings: ReportSettingsInput, current = 'cur.parquet'): string =>
  commandFor({ reference: 'ref.parquet', current, settings: reportSettings.parse(settings) });

test('usual settings need no option', () => {
  expect(command({})).toBe('driftglass report cur.parquet --reference ref.parquet -o report.html');
});

test('what differs from the usual is named', () => {
  expect(
    command({ ignore: ['a', 'b'], missing: ['null', 'infinity'], drift: { method: 'psi', share: 0.25 }, roles: { target: 'y' } }),
  ).toBe(
    'driftglass report cur.parquet --reference ref.parquet --ignore a,b --target y --missing null,infinity --method psi --drift-share 0.25 -o report.html',
  );
});

test('columns whose names hold commas and quotes are quoted for the list and for the shell', () => {
  expect(command({ columns: ['a,b', 'say "x"', "it's"] })).toContain(`--columns '"a,b","say ""x""",it'\\''s'`);
});

test.skipIf(process.platform === 'win32')('a shell hands over exactly the words that were meant', () => {
  const where = `name <> 'O''Hara' and "a b" > $HOME \`x\` \\ \n !`;
  const [file] = ["/data/it's; rm -rf $x/*.parquet"];
  const text = command({ where }, file);
  const seen = execFileSync('sh', ['-c', `${text.replace(/^driftglass/, 'printf "%s\\0"')}`], { encoding: 'utf8' }).split('\0');
  expect(seen).toEqual(['report', file, '--reference', 'ref.parquet', '--where', where, '-o', 'report.html', '']);
});

test('a derived column is typed as it is meant, also where its name is odd', () => {
  const derive = [
    { column: 'minutes', expression: "date_diff('second', a, b) / 60" },
    { column: '-a="b"', expression: 'minutes' },
  ];
  expect(command({ derive })).toContain(` --derive 'minutes = date_diff('\\''second'\\'', a, b) / 60' --derive '"-a=""b""" = minutes' `);
});

test('a file whose name starts with a dash is not taken for an option', () => {
  expect(command({}, '--help.csv')).toContain(' ./--help.csv ');
});
