import type { ModelDriftSection } from '#shared/domain/modelDrift.ts';
import { describeModelDrift, describeSource, relationRows, roleVerdict } from '#shared/text/describeModelDrift.ts';
import { columnsFor, line, pieces, type PlainBlock, type PlainSection } from '../plainSection.ts';

function relationTable({ relation }: ModelDriftSection): PlainBlock[] {
  if (relation === null) return [];
  return [{ kind: 'table', columns: columnsFor(['', 'reference', 'current']), rows: relationRows(relation), rowsAre: 'lines' }];
}

function blocks(section: ModelDriftSection): PlainBlock[] {
  const { roles, weighted } = section;
  return [
    line(describeModelDrift(section)),
    ...roles.map((role) => {
      const { icon, tone } = roleVerdict(role);
      return pieces({ text: icon, shade: tone }, { text: ` ${role.role} ${role.column}: ${role.sentence}` });
    }),
    ...(weighted === null ? [] : [line(describeSource(weighted), 'quiet')]),
    ...relationTable(section),
  ];
}

/** Target and prediction, and drift weighted by importance. */
export const plainModelDrift: PlainSection = {
  id: 'target-drift',
  tell: ({ report: { modelDrift } }) => (modelDrift === null ? null : { blocks: blocks(modelDrift) }),
};
