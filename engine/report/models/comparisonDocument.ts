import { intervalPlot } from '#shared/charts/intervalPlot.ts';
import type { ComparedModel, MetricDifference, ModelComparison, Replay } from '#shared/domain/modelComparison.ts';
import type { Segment, SegmentSide } from '#shared/domain/performanceBySegment.ts';
import {
  comparisonVerdict,
  differenceCells,
  differenceHeads,
  disagreementLines,
  modelTitle,
  rateWords,
  replayCells,
  replayHeads,
  replayMetric,
} from '#shared/text/describeModelComparison.ts';
import { formatCount, formatNumber, formatShare } from '#shared/text/formatNumber.ts';
import { metricName } from '#shared/text/metricNames.ts';
import { toneIcons, type Tone } from '#shared/text/verdict.ts';
import { badge, nameOf } from '../badges.ts';
import type { ReportDocument } from '../buildDocument.ts';
import { explanationHead, figureOf, plainTable, type TableHead } from '../explanations/explanationParts.ts';
import { markup, type Markup } from '../markup.ts';
import { pageVariables } from '../svg.ts';

interface Made {
  readonly createdAt: string;
}

const style = 'figure{margin:0 0 14px;max-width:640px}';
const filesAtMost = 2000;

const numbersAfter = (heads: readonly string[], last: boolean): TableHead[] =>
  heads.map((title, i) => ({ title, number: i > 0 && (!last || i < heads.length - 1) }));

function sides({ champion, challenger }: { readonly champion: ComparedModel; readonly challenger: ComparedModel }): Markup {
  const side = (kind: 'reference' | 'current', label: string, model: ComparedModel): Markup =>
    markup`<div class="side ${kind}"><p class="label">${label}</p><p class="name">${nameOf(modelTitle(model), 60)}</p><p class="facts">${rateWords(model)}</p></div>`;
  return markup`<div class="sides">${side('reference', 'champion', champion)}${side('current', 'challenger', challenger)}</div>`;
}

const tones: { readonly [V in NonNullable<MetricDifference['verdict']>]: Tone } = { better: 'good', worse: 'broken', undecided: 'unknown' };

function metricTable({ metrics, confidence }: ModelComparison): Markup {
  const rows = metrics.map((each) => {
    const cells = differenceCells(each).slice(0, -1);
    const { verdict } = each;
    return [...cells, verdict === null ? '–' : badge({ tone: tones[verdict], icon: toneIcons[tones[verdict]], word: verdict })];
  });
  return markup`${plainTable(numbersAfter(differenceHeads, true), rows)}<p class="quiet">Intervals of the difference: ${formatShare(confidence)}, the same rows drawn anew for both.</p>`;
}

function segmentPart({ overall }: NonNullable<ModelComparison['segments']>, segments: readonly Segment[], metric: string): Markup {
  const { short } = metricName(metric);
  const valueOf = (side: SegmentSide | null): number | null => side?.metrics.find((each) => each.metric === metric)?.value ?? null;
  const dot = (side: SegmentSide | null) => ({ value: valueOf(side), interval: null });
  const rows = [overall, ...segments].map(({ label, reference, current }) => ({ label, reference: dot(reference), current: dot(current) }));
  const alternative = `${short} by segment, ring for the champion and dot for the challenger. The table has the numbers.`;
  const cell = (value: number | null): string => (value === null ? '–' : formatNumber(value, 5));
  const lines = [overall, ...segments].map(({ label, reference, current }) => [
    nameOf(label),
    formatCount(current?.rows ?? 0),
    cell(valueOf(reference)),
    cell(valueOf(current)),
  ]);
  const heads = numbersAfter(['segment', 'rows', `${short}: champion`, 'challenger'], false);
  return markup`${figureOf(intervalPlot({ rows, label: short, alternative }, pageVariables), 'Ring: champion; full dot: challenger.')}${plainTable(heads, lines)}`;
}

function segmentsPart({ segments, metrics }: ModelComparison): Markup | null {
  const metric = metrics[0]?.metric;
  if (segments === null || metric === undefined || segments.columns.length === 0) return null;
  return markup`${segments.columns.map((each) => markup`<h3>${nameOf(each.column)}</h3>${segmentPart(segments, each.segments, metric)}`)}`;
}

function disagreementPart(found: ModelComparison): Markup {
  const { quantiles, examples } = found.disagreements;
  const said = (value: number | string | null): Markup | string =>
    value === null ? '–' : typeof value === 'number' ? formatNumber(value, 6) : nameOf(value);
  const apart = quantiles.map(({ share, value }) => [formatShare(share), formatNumber(value, 5)]);
  const rows = examples.map(({ row, champion, challenger, target }) => [
    formatCount(row),
    said(champion),
    said(challenger),
    ...(found.target === null ? [] : [said(target)]),
  ]);
  const heads = numbersAfter(['row', 'champion', 'challenger', ...(found.target === null ? [] : ['target'])], false);
  return markup`${disagreementLines(found).map((line) => markup`<p>${line}</p>`)}${
    apart.length === 0
      ? null
      : markup`<h3>How far they are apart</h3>${plainTable(numbersAfter(['share of the rows', 'at most'], false), apart)}`
  }${rows.length === 0 ? null : markup`<h3>Rows that are furthest apart</h3>${plainTable(heads, rows)}`}`;
}

function settings(rows: readonly (readonly [string, string])[]): Markup {
  return markup`<table class="settings">${rows.map(([name, value]) => markup`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</table>`;
}

const digests = ({ champion, challenger }: Pick<ModelComparison, 'champion' | 'challenger'>): [string, string][] => [
  ['sha256 of the champion', champion.sha256],
  ['sha256 of the challenger', challenger.sha256],
];

/** Two models on the same rows, laid out for reading. */
export function comparisonDocument(found: ModelComparison & Made): ReportDocument {
  const { champion, challenger, data, usedRows, target, positiveLabel, replicates } = found;
  const verdict = comparisonVerdict(found);
  const title = markup`<span class="tone ${verdict.tone}"><i aria-hidden="true">${verdict.icon}</i> ${verdict.word}</span>`;
  const lines = [
    `${formatCount(data.numberOfRows)} rows${usedRows > 0 ? `, ${formatCount(usedRows)} used for the metrics` : ''}`,
    ...disagreementLines(found).slice(0, 1),
  ];
  const segments = segmentsPart(found);
  const rows: [string, string][] = [
    ...digests(found),
    ['data', data.path],
    ['target', target ?? 'none'],
    ...(positiveLabel === null ? [] : [['class of interest', positiveLabel] as [string, string]]),
    ...(found.metrics.length === 0 ? [] : [['rows drawn anew', `${formatCount(replicates)} times`] as [string, string]]),
  ];
  return {
    title: `${modelTitle(champion)} and ${modelTitle(challenger)}`,
    language: 'en',
    verdict,
    style,
    sections: [
      { id: 'summary', title: 'Summary', content: markup`${explanationHead('two models compared', title, found, lines)}${sides(found)}` },
      ...(found.metrics.length === 0 ? [] : [{ id: 'metrics', title: 'Metrics', content: metricTable(found) }]),
      ...(segments === null ? [] : [{ id: 'segments', title: 'By segment', content: segments }]),
      { id: 'disagreements', title: 'Where they disagree', content: disagreementPart(found) },
      { id: 'work', title: 'How it was made', content: settings(rows) },
    ],
  };
}

/** Two models on one file after another, laid out for reading. */
export function replayDocument(found: Replay & Made): ReportDocument {
  const { champion, challenger, files, target } = found;
  const problems = files.filter(({ problem }) => problem !== null).length;
  const tone = problems === 0 ? 'unknown' : 'attention';
  const word = `${formatCount(files.length)} file${files.length === 1 ? '' : 's'} scored anew`;
  const metric = replayMetric(found);
  const lines = problems === 0 ? [] : [`${formatCount(problems)} could not be scored`];
  const title = markup`<span class="tone ${tone}"><i aria-hidden="true">${toneIcons[tone]}</i> ${word}</span>`;
  const more = files.length - filesAtMost;
  const rows = replayCells({ ...found, files: files.slice(0, filesAtMost) }, metric).map(([name = '', ...cells]) => [
    nameOf(name),
    ...cells,
  ]);
  return {
    title: `${modelTitle(champion)} and ${modelTitle(challenger)}`,
    language: 'en',
    verdict: { tone, icon: toneIcons[tone], word },
    style,
    sections: [
      { id: 'summary', title: 'Summary', content: markup`${explanationHead('two models compared', title, found, lines)}${sides(found)}` },
      {
        id: 'files',
        title: 'File by file',
        content: markup`${plainTable(numbersAfter(replayHeads(metric), false), rows)}${more > 0 ? markup`<p class="quiet">${formatCount(more)} more are in the JSON.</p>` : null}`,
      },
      { id: 'work', title: 'How it was made', content: settings([...digests(found), ['target', target ?? 'none']]) },
    ],
  };
}
