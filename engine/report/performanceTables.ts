import type { ClassificationPerformance, ClassSide } from '#shared/domain/performance.ts';
import { formatCount, formatNumber, formatShare } from '#shared/text/formatNumber.ts';
import { matrixTitle } from '#shared/text/describePerformance.ts';
import { middleEllipsis } from '#shared/text/middleEllipsis.ts';
import { absenceWords } from '#shared/text/absenceReasons.ts';
import type { Reasons } from '#shared/domain/profile.ts';
import { markup, ownMarkup, type Markup } from './markup.ts';

/** Larger matrices are in the JSON report only. */
const drawnClasses = 20;
const shownClasses = 50;
const shades = 6;

const sides = ['reference', 'current'] as const;
/** A class as the page writes it. */
export const labelOf = (label: string): Markup => markup`<bdi>${label === '' ? '(empty)' : middleEllipsis(label, 28)}</bdi>`;

function matrixTable(section: ClassificationPerformance, side: 'reference' | 'current'): Markup | null {
  const matrix = section.matrix[side];
  if (matrix === null || section.labels.length > drawnClasses) return null;
  const rows = matrix.map((counts, truth) => {
    const all = counts.reduce((sum, count) => sum + count, 0);
    const cells = counts.map((count) => {
      const share = all === 0 ? 0 : count / all;
      const shade = ownMarkup(count === 0 ? '' : `<i class="${side} s${Math.ceil(share * shades)}"></i>`);
      return markup`<td>${shade}<b title="${all === 0 ? '' : formatShare(share)}">${formatNumber(count)}</b></td>`;
    });
    return markup`<tr><th scope="row">${labelOf(section.labels[truth] ?? '')}</th>${cells}</tr>`;
  });
  const heads = section.labels.map((label) => markup`<th scope="col" class="number">${labelOf(label)}</th>`);
  return markup`<div class="scroll"><table class="small matrix"><caption>${matrixTitle(section, side)}: true classes down, predicted ones across</caption><thead><tr><td></td>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** The confusion matrix of each side, shaded by the share of the true class. */
export function confusionTables(section: ClassificationPerformance): Markup[] {
  return sides.flatMap((side) => matrixTable(section, side) ?? []);
}

function cell(row: { readonly reasons: Reasons } | null, value: number | null, field: string): Markup {
  const reason = value === null ? row?.reasons[field] : undefined;
  return markup`<td class="number"${reason === undefined ? null : markup` title="${absenceWords[reason]}"`}>${value === null ? '–' : formatNumber(value)}</td>`;
}

const labelFields = ['precision', 'recall', 'f1'] as const satisfies (keyof ClassSide)[];
const scoreFields = ['rocAuc', 'averagePrecision', 'brier', 'ece'] as const satisfies (keyof ClassSide)[];
const fieldTitles = {
  precision: 'precision',
  recall: 'recall',
  f1: 'F1',
  rocAuc: 'ROC area',
  averagePrecision: 'average precision',
  brier: 'Brier score',
  ece: 'calibration error',
} as const;

/** Precision, recall and F1 of each class on both sides, and with a probability a class what those are worth. */
export function classTable(section: ClassificationPerformance): Markup {
  const fields = [...labelFields, ...(section.classProbabilities.length > 0 ? scoreFields : [])];
  const rows = section.classes.slice(0, shownClasses).map((each) => {
    const counts = sides.map((side) => markup`<td class="number">${each[side] === null ? '–' : formatShare(each[side].share ?? 0)}</td>`);
    const numbers = fields.map((field) => sides.map((side) => cell(each[side], each[side]?.[field] ?? null, field)));
    return markup`<tr><th scope="row">${labelOf(each.label)}${each.label === section.positiveLabel ? ' (positive)' : ''}</th>${counts}${numbers}</tr>`;
  });
  const more = section.classes.length - shownClasses;
  const groups = ['share of rows', ...fields.map((field) => fieldTitles[field])].map(
    (title) => markup`<th scope="colgroup" colspan="2" class="number">${title}</th>`,
  );
  const under = Array.from(
    { length: fields.length + 1 },
    () => markup`<th scope="col" class="number reference">reference</th><th scope="col" class="number current">current</th>`,
  );
  return markup`<div class="scroll"><table class="small"><caption>By class</caption><thead><tr><th></th>${groups}</tr><tr><th scope="col">class</th>${under}</tr></thead><tbody>${rows}</tbody></table></div>${more > 0 ? markup`<p class="quiet">${formatCount(more)} more classes are in the JSON report.</p>` : null}`;
}

/** What each threshold would give; folded. */
export function thresholdTables({ probabilities }: ClassificationPerformance): Markup | null {
  const side = probabilities?.current ?? probabilities?.reference ?? null;
  if (side === null) return null;
  const name = probabilities?.current === null ? 'reference' : 'current';
  const rows = side.thresholds.map(
    (row) =>
      markup`<tr><th scope="row">${formatNumber(row.threshold)}</th><td class="number">${formatNumber(row.predicted)}</td><td class="number">${formatNumber(row.truePositives)}</td>${cell(row, row.precision, 'precision')}${cell(row, row.recall, 'recall')}${cell(row, row.specificity, 'specificity')}${cell(row, row.f1, 'f1')}</tr>`,
  );
  const heads = ['called positive', 'of them right', 'precision', 'recall', 'specificity', 'F1'].map(
    (title) => markup`<th scope="col" class="number">${title}</th>`,
  );
  return markup`<details class="sql"><summary>Thresholds, ${name} data</summary><div class="scroll"><table class="small"><thead><tr><th scope="col">probability at least</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div></details>`;
}

/** What the rows with the highest probabilities hold; folded. */
export function topTable({ probabilities }: ClassificationPerformance): Markup | null {
  const side = probabilities?.current ?? probabilities?.reference ?? null;
  if (side === null || side.top.length === 0) return null;
  const name = probabilities?.current === null ? 'reference' : 'current';
  const rows = side.top.map(
    (row) =>
      markup`<tr><th scope="row">${formatShare(row.share)}</th><td class="number">${formatCount(row.rows)}</td><td class="number">${formatNumber(row.probability)}</td><td class="number">${formatNumber(row.truePositives)}</td>${(['precision', 'recall', 'f1', 'lift', 'bestLift'] as const).map((field) => cell(row, row[field], field))}</tr>`,
  );
  const heads = ['rows', 'lowest probability', 'of them right', 'precision', 'recall', 'F1', 'lift', 'best lift'].map(
    (title) => markup`<th scope="col" class="number">${title}</th>`,
  );
  return markup`<details class="sql"><summary>The top: gain and lift, ${name} data</summary><div class="scroll"><table class="small"><thead><tr><th scope="col">most probable</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div></details>`;
}
