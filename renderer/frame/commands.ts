import type { MantineColorScheme } from '@mantine/core';
import type { DriftReport, RunSummary } from '#shared/domain/report.ts';
import { formatTime } from '#shared/text/formatTime.ts';
import { columnVerdict } from '#shared/text/verdict.ts';
import { worstFirst } from '#shared/text/worstFirst.ts';
import { host } from '../host/currentHost.ts';
import { pages } from '../pages.ts';
import { exportFormats, exportReport } from '../state/exportReport.ts';
import { pickFor } from '../state/pickData.ts';
import { pickModel } from '../state/openModel.ts';
import { navigate } from '../state/route.ts';
import { compare, openSample, swapSources } from '../state/compare.ts';

/** Something that can be done from the palette. */
export interface Command {
  readonly id: string;
  readonly group: 'Actions' | 'Pages' | 'Columns' | 'Reports';
  readonly label: string;
  readonly detail: string;
  readonly run: () => void;
}

interface Sources {
  readonly report: DriftReport | null;
  readonly runs: readonly RunSummary[];
  readonly bothChosen: boolean;
  readonly showKeys: () => void;
  readonly setColorScheme: (scheme: MantineColorScheme) => void;
}

function action(id: string, label: string, detail: string, run: () => void): Command {
  return { id, group: 'Actions', label, detail, run };
}

function actions({ report, bothChosen, showKeys, setColorScheme }: Sources): Command[] {
  const desktop = host.kind === 'desktop';
  return [
    ...(bothChosen
      ? [action('compare', 'Compare again', '', () => void compare()), action('swap', 'Swap reference and current', '', swapSources)]
      : []),
    action('open-reference', 'Choose the reference data…', '', () => void pickFor('reference', false)),
    action('open-current', 'Choose the current data…', '', () => void pickFor('current', false)),
    ...(desktop ? [action('folder-current', 'Choose a folder of current data…', '', () => void pickFor('current', true))] : []),
    action('open-model', 'Open a model…', 'an ONNX file', () => void pickModel()),
    action('sample', 'Open the sample', 'needs no network', () => void openSample()),
    ...(report === null ? [] : [action('test', 'Test this report', '', () => navigate({ page: 'tests', id: report.id }))]),
    ...(report === null
      ? []
      : exportFormats.map(({ format, label, use }) =>
          action(`export-${format}`, `Export as ${label}`, use, () => void exportReport(format, report.id)),
        )),
    action('light', 'Theme: light', '', () => setColorScheme('light')),
    action('dark', 'Theme: dark', '', () => setColorScheme('dark')),
    action('system', 'Theme: as the system', '', () => setColorScheme('auto')),
    action('keys', 'Show the keys', '?', showKeys),
  ];
}

function places({ report, runs }: Sources): Command[] {
  const columns = report === null ? [] : worstFirst(report.dataDrift.columns);
  return [
    ...pages.map(({ id, label }, index): Command => {
      return { id: `page-${id}`, group: 'Pages', label, detail: String(index + 1), run: () => navigate({ page: id }) };
    }),
    ...columns.map((column): Command => {
      const open = (): void => navigate({ page: 'report', id: report?.id ?? null, query: { column: column.column } });
      return { id: `column-${column.column}`, group: 'Columns', label: column.column, detail: columnVerdict(column).word, run: open };
    }),
    ...runs.map((run): Command => {
      const label = `${run.reference.name} → ${run.current.name}`;
      return {
        id: `run-${run.id}`,
        group: 'Reports',
        label,
        detail: formatTime(run.createdAt),
        run: () => navigate({ page: 'report', id: run.id }),
      };
    }),
  ];
}

export function allCommands(mode: 'everything' | 'places', sources: Sources): Command[] {
  return mode === 'places' ? places(sources) : [...actions(sources), ...places(sources)];
}

/** The commands whose words hold everything that was typed, those that begin with it first. */
export function matchCommands(commands: readonly Command[], typed: string): Command[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const whole = typed.trim().toLowerCase();
  const fits = commands.filter((command) => {
    const text = `${command.group} ${command.label} ${command.detail}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  if (whole === '') return fits;
  const begins = (command: Command): number => (command.label.toLowerCase().startsWith(whole) ? 0 : 1);
  return fits.sort((a, b) => begins(a) - begins(b));
}
