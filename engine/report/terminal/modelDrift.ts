import type { ModelDriftSection } from '#shared/domain/modelDrift.ts';
import { describeModelDrift, describeSource, relationRows, roleVerdict } from '#shared/text/describeModelDrift.ts';
import { displayWidth, withoutControls } from '../displayWidth.ts';
import type { Paint, TerminalSection } from '../terminalSection.ts';

const gap = '  ';

function relationLines({ relation }: ModelDriftSection, paint: Paint): string[] {
  if (relation === null) return [];
  const rows = [['', 'reference', 'current'] as const, ...relationRows(relation)];
  const widths = [0, 1, 2].map((i) => Math.max(...rows.map((row) => displayWidth(row[i] ?? ''))));
  return rows.map(([name, reference, current], i) => {
    const line = `${name.padEnd(widths[0] ?? 0)}${gap}${reference.padStart(widths[1] ?? 0)}${gap}${current.padStart(widths[2] ?? 0)}`;
    return i === 0 ? paint(line, 'quiet') : line;
  });
}

function lines(section: ModelDriftSection, paint: Paint): string[] {
  const { roles, weighted } = section;
  return [
    paint('Target and prediction drift', 'strong'),
    withoutControls(describeModelDrift(section)),
    ...roles.map((role) => {
      const { icon, tone } = roleVerdict(role);
      return `${paint(icon, tone)} ${role.role} ${withoutControls(role.column)}: ${withoutControls(role.sentence)}`;
    }),
    ...(weighted === null ? [] : [paint(withoutControls(describeSource(weighted)), 'quiet')]),
    ...relationLines(section, paint),
  ];
}

/** Target and prediction, and drift weighted by importance. */
export const terminalModelDrift: TerminalSection = {
  id: 'target-drift',
  lines: ({ report: { modelDrift }, paint }) => (modelDrift === null ? [] : lines(modelDrift, paint)),
};
