import { describeConflicts } from '#shared/text/describeQuality.ts';
import { conflictLines } from '#shared/text/conflictLines.ts';
import { withoutControls } from '../displayWidth.ts';
import type { TerminalSection } from '../terminalSection.ts';

const shownConflicts = 3;

export const terminalConflictingTargets: TerminalSection = {
  id: 'conflicting-targets',
  lines: ({ report: { conflictingTargets }, paint }) => {
    if (conflictingTargets === null) return [];
    const examples = conflictLines(conflictingTargets).lines.slice(0, shownConflicts);
    return [
      paint('Conflicting targets', 'strong'),
      withoutControls(describeConflicts(conflictingTargets)),
      ...examples.map(({ features, targets }) =>
        withoutControls(
          `  ${features
            .slice(0, 5)
            .map(([name, value]) => `${name} ${value}`)
            .join(', ')}: ${targets}`,
        ),
      ),
    ];
  },
};
