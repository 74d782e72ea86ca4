import type { ReportSettings } from '#shared/domain/settings.ts';

interface Kept {
  readonly settings: ReportSettings;
  /** Names in the settings that neither data set has. */
  readonly unknown: readonly string[];
}

/** Settings without what they say of columns that the chosen data do not have. */
export function withKnownColumns(settings: ReportSettings, columns: ReadonlySet<string>): Kept {
  const unknown = new Set<string>();
  const isKnown = (column: string): boolean => {
    if (!columns.has(column)) unknown.add(column);
    return columns.has(column);
  };
  const only = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([column]) => isKnown(column)));
  const role = (column: string | null): string | null => (column !== null && isKnown(column) ? column : null);
  const { roles, drift, binning } = settings;
  // A model brings its predictions itself.
  const brought = settings.model !== null;
  const chosen = settings.columns?.filter(isKnown) ?? [];
  const kept: ReportSettings = {
    ...settings,
    columns: chosen.length === 0 ? null : chosen,
    ignore: settings.ignore.filter(isKnown),
    kinds: only(settings.kinds),
    roles: {
      target: role(roles.target),
      prediction: brought ? roles.prediction : role(roles.prediction),
      id: role(roles.id),
      datetime: role(roles.datetime),
      weight: role(roles.weight),
      probabilities: Object.fromEntries(Object.entries(roles.probabilities).filter(([, column]) => brought || isKnown(column))),
    },
    drift: { ...drift, methods: only(drift.methods), thresholds: only(drift.thresholds) },
    binning: binning.kind === 'fixed-edges' ? { ...binning, edges: only(binning.edges) } : binning,
  };
  return { settings: kept, unknown: [...unknown] };
}
