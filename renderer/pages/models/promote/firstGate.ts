import type { ModelTask } from '#shared/domain/model.ts';
import type { ReportSettings } from '#shared/domain/settings.ts';

export interface GateBasis {
  readonly name: string;
  /** null where it is not known. */
  readonly task: ModelTask | null;
  /** Whether there are data for the gate to look at. */
  readonly hasData: boolean;
  readonly settings: Pick<ReportSettings, 'roles' | 'ignore' | 'derive' | 'where'>;
}

// Every JSON string is a YAML string.
const quoted = (text: string): string => (/^[A-Za-z_][A-Za-z0-9_]*$/.test(text) ? text : JSON.stringify(text));

const bounds: Readonly<Record<ModelTask, readonly string[]>> = {
  regression: [
    '  # At most 2 % worse than the version in use.',
    '  - { metric: mae, againstHolder: { ratioAtMost: 1.02 } }',
    '  # - { metric: rmse, condition: { lte: 3 } }',
  ],
  classification: [
    '  # At most one percentage point below the version in use.',
    '  - { metric: balanced-accuracy, againstHolder: { atLeast: -0.01 } }',
    '  # - { metric: accuracy, condition: { gte: 0.8 } }',
  ],
};

/** A gate to begin with: what the settings of the workspace say of the data, and not worse than the version in use. */
export function firstGate({ name, task, hasData, settings }: GateBasis): string {
  const { roles, ignore, derive, where } = settings;
  const { target } = roles;
  const others = [roles.prediction, roles.id, roles.datetime, ...Object.values(roles.probabilities), ...ignore];
  const notFeatures = [...new Set(others.filter((column) => column !== null && column !== target))];
  const measured = hasData && target !== null && task !== null;
  const lines = [
    `name: ${JSON.stringify(`Sign-off of ${name}`)}`,
    target === null ? '# target: the column with the truth, for metrics and fairness' : `target: ${quoted(target)}`,
    ...(derive.length === 0 ? [] : ['derive:']),
    ...derive.map(({ column, expression }) => `  - { column: ${quoted(column)}, expression: ${JSON.stringify(expression)} }`),
    ...(where === null ? [] : [`where: ${JSON.stringify(where)}`]),
    ...(notFeatures.length === 0 ? [] : [`ignore: [${notFeatures.map((column) => JSON.stringify(column)).join(', ')}]`]),
    ...(measured ? ['metrics:', ...bounds[task]] : []),
    'signature: compatible # takes and gives what the version in use does',
    ...(hasData ? ['latency:', '  row: 20 # milliseconds for one row'] : []),
    '# suite: { presets: [data-quality] }',
    '# card: [purpose, owner, limits]',
  ];
  return `${lines.join('\n')}\n`;
}
