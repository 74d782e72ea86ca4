import { describeConflicts } from '#shared/text/describeQuality.ts';
import { conflictLines } from '#shared/text/conflictLines.ts';
import { line, type PlainSection } from '../plainSection.ts';

const shownConflicts = 3;

export const plainConflictingTargets: PlainSection = {
  id: 'conflicting-targets',
  tell: ({ report: { conflictingTargets } }) => {
    if (conflictingTargets === null) return null;
    const examples = conflictLines(conflictingTargets).lines.slice(0, shownConflicts);
    const said = examples.map(({ features, targets }) => {
      const values = features.slice(0, 5).map(([name, value]) => `${name} ${value}`);
      return line(`  ${values.join(', ')}: ${targets}`);
    });
    return { blocks: [line(describeConflicts(conflictingTargets)), ...said] };
  },
};
