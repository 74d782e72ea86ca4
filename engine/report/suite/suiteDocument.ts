import type { CheckResult, SuiteRun } from '#shared/domain/suite.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { formatTime } from '#shared/text/formatTime.ts';
import { checkVerdict, failingFirst, groupOrder, groupTitles, suiteVerdict } from '#shared/text/suiteVerdict.ts';
import { badge, nameOf } from '../badges.ts';
import type { ReportDocument } from '../buildDocument.ts';
import { markup, type Markup } from '../markup.ts';

const style = `
.strips{display:flex;flex-wrap:wrap;gap:8px 28px;margin:18px 0 0}
.strips h3{margin:0 0 4px;font-size:12px;color:var(--muted);font-weight:550}
.squares{display:flex;flex-wrap:wrap;gap:3px;max-width:520px}
.squares a{display:block;width:16px;height:16px;border-radius:3px;background:var(--good);color:var(--card);font-size:10px;line-height:16px;text-align:center;text-decoration:none}
.squares a.broken{background:var(--broken)}.squares a.attention{background:var(--attention)}.squares a.unknown{background:var(--axis)}
.checks td,.checks th{padding:8px 12px;vertical-align:top;height:auto}.checks td:first-child{width:96px}.checks small{display:block}
.checks .expected{min-width:150px}.checks code{white-space:pre-wrap}
@media (max-width:640px){.checks tr{display:block;padding:6px 0}.checks td{display:block;padding:2px 12px}.checks thead{display:none}}`.replaceAll(
  '\n',
  '',
);

/** A run over thousands of columns would be a page that no browser likes: what passed is listed up to here. */
const listedAtMost = 1000;
const squaresAtMost = 400;

const anchorOf = (run: SuiteRun, result: CheckResult): string => `check-${run.results.indexOf(result) + 1}`;

function squares(run: SuiteRun): Markup[] {
  return groupOrder.flatMap((group) => {
    const results = failingFirst(run.results.filter((result) => result.group === group));
    if (results.length === 0) return [];
    const more = results.length - squaresAtMost;
    const cells = results.slice(0, squaresAtMost).map((result) => {
      const { tone, icon, word } = checkVerdict(result.status);
      const name = `${word}: ${result.label}${result.column === null ? '' : `, ${result.column}`}`;
      return markup`<a class="${tone}" href="#${anchorOf(run, result)}" title="${name}" aria-label="${name}">${icon}</a>`;
    });
    return [
      markup`<div><h3>${groupTitles[group]}</h3><div class="squares">${cells}</div>${more > 0 ? markup`<p class="quiet">and ${formatCount(more)} more</p>` : null}</div>`,
    ];
  });
}

function side(label: 'reference' | 'current', { name, numberOfRows }: SuiteRun['reference']): Markup {
  return markup`<div class="side ${label}"><p class="label">${label}</p><p class="name">${nameOf(name, 48)}</p><p class="facts">${formatCount(numberOfRows)} rows</p></div>`;
}

function summary(run: SuiteRun): Markup {
  const { tone, icon, word } = suiteVerdict(run);
  const { pass, warning, fail, error, skipped } = run.summary;
  const counts = [`${pass} passed`, `${warning} with a warning`, `${fail} failed`, `${error} in error`, `${skipped} skipped`];
  const lines = [run.name, ...counts, run.exact ? 'exact on all rows' : 'estimated from a sample'];
  return markup`<p class="brand">Driftglass test run<time datetime="${run.createdAt}">${formatTime(run.createdAt)}</time></p>
<h1 class="tone ${tone}"><i aria-hidden="true">${icon}</i> ${word}</h1>
<ul class="lines">${lines.map((line) => markup`<li>${line}</li>`)}</ul>
<div class="sides">${side('reference', run.reference)}${side('current', run.current)}</div>
<div class="strips">${squares(run)}</div>`;
}

function row(run: SuiteRun, result: CheckResult): Markup {
  const { failingRows } = result;
  const rows =
    failingRows === null
      ? null
      : markup`<details><summary class="quiet">the ${formatCount(failingRows.count)} rows, as a condition</summary><code>${failingRows.where}</code></details>`;
  return markup`<tr id="${anchorOf(run, result)}"><td>${badge(checkVerdict(result.status))}</td>
<td>${result.sentence}<small>${result.label}${result.isCritical ? null : ', not critical'}</small>${rows}</td>
<td class="expected">${result.expected === '' ? '–' : result.expected}<small>${result.originSentence}</small></td></tr>`;
}

function table(run: SuiteRun): Markup {
  if (run.results.length === 0) return markup`<p>The suite has no check for these columns.</p>`;
  const listed = failingFirst(run.results).slice(0, listedAtMost);
  const rest = run.results.length - listed.length;
  const note =
    rest === 0 ? null : markup`<p class="quiet">${formatCount(rest)} more are not listed here; the JSON of the run has them all.</p>`;
  return markup`<div class="scroll"><table class="checks"><thead><tr><th scope="col">result</th><th scope="col">what was found</th><th scope="col">expected</th></tr></thead>
<tbody>${listed.map((result) => row(run, result))}</tbody></table></div>${note}`;
}

/** A test run laid out for reading: the verdict, a square a check, and one sentence each, failing ones first. */
export function suiteDocument(run: SuiteRun): ReportDocument {
  return {
    title: `${run.name}, ${run.current.name} against ${run.reference.name}`,
    language: 'en',
    verdict: suiteVerdict(run),
    style,
    sections: [
      { id: 'summary', title: 'Summary', content: summary(run) },
      { id: 'checks', title: 'Checks', content: table(run) },
    ],
  };
}
