import type { ModelDriftSection } from '#shared/domain/modelDrift.ts';
import { describeModelDrift, describeSource, relationRows, roleVerdict } from '#shared/text/describeModelDrift.ts';
import { alignedTable, columnsFor } from '../alignedTable.ts';
import { withoutControls } from '../displayWidth.ts';
import type { Paint, TerminalSection } from '../terminalSection.ts';

function relationLines({ relation }: ModelDriftSection, paint: Paint): string[] {
  if (relation === null) return [];
  return alignedTable(columnsFor(['', 'reference', 'current']), relationRows(relation), paint);
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
