import type { DrawnRows, RowExplanation } from '#shared/domain/explanation.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { formatTime } from '#shared/text/formatTime.ts';
import { nameOf } from '../badges.ts';
import { markup, ownMarkup, type Markup } from '../markup.ts';

type Head = Pick<RowExplanation, 'createdAt' | 'model' | 'seed' | 'derive' | 'where' | 'evaluations'>;

/** The start of the page: what was done, with what. */
export function explanationHead(brand: string, title: Markup, head: Pick<Head, 'createdAt'>, lines: readonly string[]): Markup {
  return markup`<p class="brand">Driftglass, ${brand}<time datetime="${head.createdAt}">${formatTime(head.createdAt)}</time></p>
<h1>${title}</h1>
<ul class="lines">${lines.map((line) => markup`<li>${line}</li>`)}</ul>`;
}

/** A box with one of the data sets. */
export function dataSide(side: 'reference' | 'current', label: string, data: DrawnRows): Markup {
  return markup`<div class="side ${side}"><p class="label">${label}</p><p class="name">${nameOf(data.name, 48)}</p><p class="facts">${formatCount(data.rows)} of ${formatCount(data.numberOfRows)} rows used</p></div>`;
}

export interface TableHead {
  readonly title: string;
  readonly number?: boolean;
}

/** A table whose first column names its rows. */
export function plainTable(heads: readonly TableHead[], rows: readonly (readonly (string | Markup)[])[]): Markup {
  const kind = (i: number): Markup | null => (heads[i]!.number === true ? ownMarkup(' class="number"') : null);
  const lines = rows.map(
    ([first = '', ...rest]) =>
      markup`<tr><th scope="row">${first}</th>${rest.map((cell, i) => markup`<td${kind(i + 1)}>${cell}</td>`)}</tr>`,
  );
  return markup`<div class="scroll"><table class="metrics"><thead><tr>${heads.map(({ title }, i) => markup`<th scope="col"${kind(i)}>${title}</th>`)}</tr></thead><tbody>${lines}</tbody></table></div>`;
}

/** A picture of our own making; nothing where it is empty. */
export function figureOf(svg: string, caption: string | null = null): Markup | null {
  if (svg === '') return null;
  return markup`<figure>${caption === null ? null : markup`<figcaption class="quiet">${caption}</figcaption>`}${ownMarkup(svg)}</figure>`;
}

/** Model, seed and what else repeats the work, at the end of the page. */
export function workTable({ model, seed, derive, where, evaluations }: Head, more: readonly (readonly [string, string])[] = []): Markup {
  const rows: (readonly [string, string])[] = [
    ['model', `${model.name}${model.version === '' ? '' : ` ${model.version}`} (${model.task})`],
    ['file', model.path],
    ['sha256', model.sha256],
    ...more,
    ...derive.map(({ column, expression }) => [column, expression] as const),
    ...(where === null ? [] : [['rows that meet', where] as const]),
    ['seed', String(seed)],
    ['rows given to the model', formatCount(evaluations)],
  ];
  return markup`<table class="settings">${rows.map(([name, value]) => markup`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</table>`;
}
