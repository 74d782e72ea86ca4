import { fairnessWords } from './commandWords/fairness.ts';
import { list, listEntry, pairs } from './commandWords/listWords.ts';
import { rankingWords } from './commandWords/ranking.ts';
import { outlierWords } from './commandWords/outliers.ts';
import { relationWords } from './commandWords/relations.ts';
import { multivariateWords } from './commandWords/multivariate.ts';
import { performanceWords } from './commandWords/performance.ts';
import { modelWords } from './commandWords/model.ts';
import { estimationWords } from './commandWords/estimation.ts';
import { segmentWords } from './commandWords/segments.ts';
import { derivationWords } from './commandWords/derivations.ts';
import { sectionWords } from './commandWords/sections.ts';
import { reportSettings, type Binning, type ReportSettings } from '#shared/domain/settings.ts';
import { shellQuote } from '#shared/text/shellQuote.ts';

function kindWords(kinds: ReportSettings['kinds']): string[] {
  const of = (kind: string): string[] => Object.keys(kinds).filter((column) => kinds[column] === kind);
  const lists = (['numeric', 'categorical', 'text'] as const).flatMap((kind) => (of(kind).length > 0 ? [`--${kind}`, list(of(kind))] : []));
  const others = Object.fromEntries(Object.entries(kinds).filter(([, kind]) => kind === 'datetime' || kind === 'id'));
  return [...lists, ...pairs('--kind', others)];
}

function binningWords(binning: Binning): string[] {
  if (binning.kind === 'sturges-pooled') return [];
  if (binning.kind === 'reference-quantiles') return ['--binning', `reference-quantiles:${binning.bins}`];
  return ['--binning', 'fixed-edges', ...pairs('--edges', edgesAsText(binning.edges))];
}

function edgesAsText(edges: Readonly<Record<string, readonly number[]>>): Record<string, string> {
  return Object.fromEntries(Object.entries(edges).map(([column, values]) => [column, values.join(':')]));
}

function driftWords(drift: ReportSettings['drift'], usual: ReportSettings['drift']): string[] {
  return [
    ...(drift.method === null ? [] : ['--method', drift.method]),
    ...pairs('--method-for', drift.methods),
    ...(drift.threshold === null ? [] : ['--threshold', String(drift.threshold)]),
    ...pairs('--threshold-for', drift.thresholds),
    ...(drift.alternative === usual.alternative ? [] : ['--alternative', drift.alternative]),
    ...(drift.share === usual.share ? [] : ['--drift-share', String(drift.share)]),
    ...(drift.adjust === usual.adjust ? [] : ['--adjust', drift.adjust]),
  ];
}

function roleWords(roles: ReportSettings['roles']): string[] {
  return (['target', 'prediction', 'id', 'datetime', 'weight'] as const).flatMap((role) => {
    const column = roles[role];
    return column === null ? [] : [`--${role}`, listEntry(column)];
  });
}

/** The options that give these settings again; nothing for what is usual. */
export function optionWords(settings: ReportSettings): string[] {
  const usual = reportSettings.parse({});
  const { columns, ignore, missing, compat, where, sample } = settings;
  return [
    ...sectionWords(settings),
    ...(columns === null ? [] : ['--columns', list(columns)]),
    ...(ignore.length === 0 ? [] : ['--ignore', list(ignore)]),
    ...kindWords(settings.kinds),
    ...roleWords(settings.roles),
    ...(missing.join() === usual.missing.join() ? [] : ['--missing', missing.length === 0 ? 'none' : missing.join(',')]),
    ...driftWords(settings.drift, usual.drift),
    ...binningWords(settings.binning),
    ...pairs('--probability', settings.roles.probabilities),
    ...performanceWords(settings.performance, usual.performance),
    ...(compat === usual.compat ? [] : ['--compat', compat]),
    ...pairs('--importance', settings.importances),
    ...rankingWords(settings, usual),
    ...fairnessWords(settings, usual),
    ...outlierWords(settings),
    ...relationWords(settings, usual),
    ...multivariateWords(settings.multivariate, usual.multivariate),
    ...estimationWords(settings),
    ...segmentWords(settings, list),
    ...derivationWords(settings),
    ...modelWords(settings),
    ...(where === null ? [] : ['--where', where]),
    ...(sample === null ? [] : ['--sample', String(sample.rows), '--seed', String(sample.seed)]),
  ];
}

interface Comparison {
  readonly reference: string;
  readonly current: string;
  readonly settings: ReportSettings;
}

/** The terminal command that makes the report of this comparison again, quoted for a POSIX shell. */
export function commandFor({ reference, current, settings }: Comparison): string {
  const start = current.startsWith('-') ? `./${current}` : current;
  const words = ['driftglass', 'report', start, '--reference', reference, ...optionWords(settings), '-o', 'report.html'];
  return words.map(shellQuote).join(' ');
}
