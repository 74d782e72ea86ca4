import type { ReportFormat } from '#shared/contract/reports.ts';
import { chosenKind } from '#shared/domain/dataset.ts';
import type { CompatSetting } from '#shared/domain/compat.ts';
import type { PerformanceTask } from '#shared/domain/performance.ts';
import type { DriftSettings, MissingKind, ReportSettingsInput } from '#shared/domain/settings.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { nearNames } from '#shared/lib/nearNames.ts';
import { importancesFrom, type Importances } from './options/importances.ts';
import { fairnessFrom, type FairnessOptions } from './options/fairness.ts';
import { rankingFrom, type RankingOptions } from './options/ranking.ts';
import { outliersFrom, type OutlierOptions } from './options/outliers.ts';
import { relationsFrom, type RelationOptions } from './options/relations.ts';
import { multivariateFrom, type MultivariateOptions } from './options/multivariate.ts';
import { modelFrom, type ModelOptions } from './options/model.ts';
import { estimationFrom, type EstimationOptions } from './options/estimation.ts';
import { segmentsFrom, type SegmentOptions } from './options/segments.ts';
import { performanceFrom, probabilitiesFrom, type PerformanceOptions } from './options/performance.ts';
import type { RowOptions } from './options/rows.ts';
import { sectionsFrom } from './options/sections.ts';
import { parseNumber, parsePair } from './parseList.ts';

/** The options of `driftglass report` as typed. Lists are already split. */
export interface ReportOptions
  extends
    RankingOptions,
    FairnessOptions,
    OutlierOptions,
    RelationOptions,
    MultivariateOptions,
    PerformanceOptions,
    EstimationOptions,
    SegmentOptions,
    RowOptions,
    ModelOptions {
  readonly reference?: string;
  readonly output?: string;
  readonly format?: ReportFormat;
  readonly config?: string;
  readonly section?: readonly string[];
  readonly columns?: readonly string[];
  readonly ignore?: readonly string[];
  readonly numeric?: readonly string[];
  readonly categorical?: readonly string[];
  readonly text?: readonly string[];
  readonly datetime?: readonly string[];
  readonly id?: readonly string[];
  readonly kind?: readonly string[];
  readonly target?: readonly string[];
  readonly prediction?: readonly string[];
  readonly weight?: readonly string[];
  readonly missing?: readonly string[];
  readonly method?: string;
  readonly methodFor?: readonly string[];
  readonly threshold?: number;
  readonly thresholdFor?: readonly string[];
  readonly alternative?: DriftSettings['alternative'];
  readonly driftShare?: number;
  readonly adjust?: DriftSettings['adjust'];
  readonly binning?: string;
  readonly edges?: readonly string[];
  readonly task?: PerformanceTask;
  readonly positiveLabel?: string;
  readonly probabilityThreshold?: number;
  readonly compat?: CompatSetting;
  readonly importance?: readonly string[];
  readonly importances?: Importances;
  readonly sample?: number;
  readonly seed?: number;
  readonly clock?: Date;
  readonly workspace?: string;
}

function oneOf<T extends string>(value: string, allowed: readonly T[], what: string): T {
  const found = allowed.find((each) => each === value.toLowerCase());
  if (found !== undefined) return found;
  const near = nearNames(value, allowed);
  const hint = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : '';
  throw new AppError('E_USAGE', `${JSON.stringify(value)} is not ${what}: ${allowed.join(', ')}.${hint}`);
}

function single(names: readonly string[] | undefined, option: string): string | undefined {
  if (names !== undefined && names.length > 1) throw new AppError('E_USAGE', `${option} takes one column, and got ${names.join(', ')}.`);
  return names?.[0];
}

function kindsFrom(options: ReportOptions): ReportSettingsInput['kinds'] {
  const kinds: Record<string, (typeof chosenKind.options)[number]> = {};
  const set = (column: string, kind: (typeof chosenKind.options)[number]): void => {
    if (kinds[column] !== undefined && kinds[column] !== kind) {
      throw new AppError('E_USAGE', `The column ${column} is given two kinds: ${kinds[column]} and ${kind}.`);
    }
    kinds[column] = kind;
  };
  for (const kind of ['numeric', 'categorical', 'text'] as const) for (const column of options[kind] ?? []) set(column, kind);
  // The first column of --datetime and --id has the role, which implies the kind.
  for (const kind of ['datetime', 'id'] as const) for (const column of options[kind]?.slice(1) ?? []) set(column, kind);
  for (const pair of options.kind ?? []) {
    const [column, kind] = parsePair(pair);
    set(column, oneOf(kind, chosenKind.options, 'a kind of column'));
  }
  return kinds;
}

function numbersByColumn(pairs: readonly string[]): Record<string, number> {
  return Object.fromEntries(pairs.map(parsePair).map(([column, value]) => [column, parseNumber(value)]));
}

function edgesByColumn(pairs: readonly string[]): Record<string, number[]> {
  return Object.fromEntries(pairs.map(parsePair).map(([column, value]) => [column, value.split(':').map(parseNumber)]));
}

const binningKinds = ['sturges-pooled', 'reference-quantiles', 'fixed-edges'] as const;

function binningFrom({ binning, edges }: ReportOptions): ReportSettingsInput['binning'] {
  const [name = '', bins, ...rest] = (binning ?? (edges ? 'fixed-edges' : '')).split(':');
  if (name === '') return undefined;
  const kind = oneOf(name, binningKinds, 'a binning');
  if (rest.length > 0 || (bins !== undefined && kind !== 'reference-quantiles')) {
    throw new AppError(
      'E_USAGE',
      `--binning ${binning} is not understood; only reference-quantiles takes a number, as reference-quantiles:20.`,
    );
  }
  if (edges !== undefined && kind !== 'fixed-edges')
    throw new AppError('E_USAGE', `--edges goes with --binning fixed-edges, not with ${kind}.`);
  if (kind === 'fixed-edges') {
    if (edges === undefined) throw new AppError('E_USAGE', '--binning fixed-edges needs --edges COLUMN=0:10:20.');
    return { kind, edges: edgesByColumn(edges) };
  }
  return kind === 'sturges-pooled' ? { kind } : { kind, ...(bins === undefined ? {} : { bins: parseNumber(bins) }) };
}

const missingKinds: readonly MissingKind[] = ['null', 'nan', 'infinity', 'empty-string'];

function missingFrom(names: readonly string[]): MissingKind[] {
  if (names.length === 1 && names[0] === 'none') return [];
  return names.map((name) => oneOf(name, missingKinds, 'a kind of missing value (or none)'));
}

function sampleFrom({ sample, seed }: ReportOptions): ReportSettingsInput['sample'] {
  if (sample !== undefined) return { rows: sample, ...(seed === undefined ? {} : { seed }) };
  if (seed !== undefined) throw new AppError('E_USAGE', '--seed goes with --sample.');
  return undefined;
}

/** What the command line alone says about the settings; what it does not say is left out. */
export function settingsFromOptions(options: ReportOptions): ReportSettingsInput {
  const { columns, ignore, derive, where, missing } = options;
  return withoutAbsent({
    sections: sectionsFrom(options.section),
    columns: columns && [...columns],
    ignore: ignore && [...ignore],
    kinds: kindsFrom(options),
    roles: withoutAbsent({
      target: single(options.target, '--target'),
      prediction: single(options.prediction, '--prediction'),
      id: options.id?.[0],
      datetime: options.datetime?.[0],
      weight: single(options.weight, '--weight'),
      probabilities: probabilitiesFrom(options),
    }),
    missing: missing && missingFrom(missing),
    drift: withoutAbsent({
      method: options.method,
      methods: Object.fromEntries((options.methodFor ?? []).map(parsePair)),
      threshold: options.threshold,
      thresholds: numbersByColumn(options.thresholdFor ?? []),
      alternative: options.alternative,
      share: options.driftShare,
      adjust: options.adjust,
    }),
    binning: binningFrom(options),
    compat: options.compat,
    importances: importancesFrom(options),
    ranking: rankingFrom(options),
    fairness: fairnessFrom(options),
    outliers: outliersFrom(options),
    ...relationsFrom(options),
    multivariate: multivariateFrom(options),
    performance: performanceFrom(options),
    estimation: estimationFrom(options),
    segments: segmentsFrom(options),
    derive: derive && [...derive],
    model: modelFrom(options),
    where,
    sample: sampleFrom(options),
  });
}

function withoutAbsent<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

/** A model named anew brings its own mapping; without a name the words go to the model of the file. */
function mergedModel(base: ReportSettingsInput['model'], over: ReportSettingsInput['model']): Pick<ReportSettingsInput, 'model'> {
  if (over == null) return base === undefined ? {} : { model: base };
  const under = base == null || ('path' in over && over.path !== base.path) ? {} : base;
  return { model: { ...under, ...over } };
}

/** Lays the command line over the configuration file: lists replace, what is said by column is joined. */
export function mergeSettings(base: ReportSettingsInput, over: ReportSettingsInput): ReportSettingsInput {
  return {
    ...base,
    ...over,
    kinds: { ...base.kinds, ...over.kinds },
    roles: { ...base.roles, ...over.roles, probabilities: { ...base.roles?.probabilities, ...over.roles?.probabilities } },
    performance: { ...base.performance, ...over.performance },
    importances: { ...base.importances, ...over.importances },
    ranking: { ...base.ranking, ...over.ranking },
    fairness: { ...base.fairness, ...over.fairness, privileged: { ...base.fairness?.privileged, ...over.fairness?.privileged } },
    outliers: { ...base.outliers, ...over.outliers },
    ...mergedModel(base.model, over.model),
    multivariate: { ...base.multivariate, ...over.multivariate },
    estimation: { ...base.estimation, ...over.estimation },
    segments: { ...base.segments, ...over.segments },
    drift: {
      ...base.drift,
      ...over.drift,
      methods: { ...base.drift?.methods, ...over.drift?.methods },
      thresholds: { ...base.drift?.thresholds, ...over.drift?.thresholds },
    },
  };
}
