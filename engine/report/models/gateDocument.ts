import type { GateCheck, GateOutcome } from '#shared/domain/gate.ts';
import { badFirst, gateCheckVerdict, gateCount, signOffVerdict, type SignOffResult } from '#shared/text/describeGate.ts';
import { formatCount, formatNumber } from '#shared/text/formatNumber.ts';
import { badge, nameOf } from '../badges.ts';
import type { ReportDocument } from '../buildDocument.ts';
import { explanationHead } from '../explanations/explanationParts.ts';
import { markup, type Markup } from '../markup.ts';

/** A gate and what became of the version. */
export interface SignOffPage extends SignOffResult {
  readonly createdAt: string;
}

/** More are in the JSON only. */
const listedAtMost = 1000;
const filesAtMost = 100;

const style =
  '.checks td,.checks th{padding:8px 12px;vertical-align:top;height:auto}.checks small{display:block}.checks .expected{min-width:150px}';

function side(name: 'reference' | 'current', measured: GateOutcome['current']): Markup | null {
  if (measured === null) return null;
  const { path, numberOfRows } = measured;
  return markup`<div class="side ${name}"><p class="label">${name}</p><p class="name">${nameOf(path.split(/[\\/]/).at(-1)!, 48)}</p><p class="facts">${formatCount(numberOfRows)} rows</p></div>`;
}

const number = (value: number | null): string => (value === null ? '–' : formatNumber(value, 5));

function row(check: GateCheck): Markup {
  const { sentence, label, group, value, holder, expected } = check;
  return markup`<tr><td>${badge(gateCheckVerdict(check))}</td><td class="sentence">${sentence}<small>${group}: ${label}</small></td><td class="number">${number(value)}</td><td class="number">${number(holder)}</td><td class="expected">${expected === '' ? '–' : expected}</td></tr>`;
}

function table({ checks }: GateOutcome): Markup {
  const listed = badFirst(checks).slice(0, listedAtMost);
  const rest = checks.length - listed.length;
  const more =
    rest === 0 ? null : markup`<p class="quiet">${formatCount(rest)} more, which passed or come after these, are in the JSON.</p>`;
  return markup`<div class="scroll"><table class="checks"><thead><tr><th scope="col">result</th><th scope="col">what was found</th><th scope="col" class="number">candidate</th><th scope="col" class="number">in use</th><th scope="col">asked for</th></tr></thead><tbody>${listed.map(row)}</tbody></table></div>${more}`;
}

function work({ model, alias, outcome }: SignOffPage): Markup {
  const { candidate, holder, gateSha256, reference, current } = outcome;
  const files = [reference, current].flatMap((measured) => measured?.files ?? []);
  const rows: (readonly [string, string])[] = [
    ['candidate', `${model}@${candidate.version}`],
    ['its sha256', candidate.sha256],
    [`in use as ${alias}`, holder === null ? 'no version' : `${model}@${holder.version}`],
    ...(holder === null ? [] : [['its sha256', holder.sha256] as const]),
    ['sha256 of the gate', gateSha256],
    ...files.slice(0, filesAtMost).map(({ name, sha256 }) => [name, sha256] as const),
    ...(files.length > filesAtMost ? [['more files', `${formatCount(files.length - filesAtMost)}, in the JSON`] as const] : []),
  ];
  return markup`<table class="settings">${rows.map(([name, value]) => markup`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</table>`;
}

/** What a gate found and what became of the version, laid out for reading: what did not pass first. */
export function gateDocument(page: SignOffPage): ReportDocument {
  const { model, alias, overridden, why, outcome } = page;
  const verdict = signOffVerdict(page);
  const lines = [
    outcome.name,
    `${model}@${outcome.candidate.version} as ${alias}`,
    gateCount(outcome),
    ...(why === '' ? [] : [overridden ? `overridden: ${why}` : why]),
  ];
  const title = markup`<span class="tone ${verdict.tone}"><i aria-hidden="true">${verdict.icon}</i> ${verdict.word}</span>`;
  const sides = [side('reference', outcome.reference), side('current', outcome.current)];
  return {
    title: `${model}@${outcome.candidate.version} as ${alias}`,
    language: 'en',
    verdict,
    style,
    sections: [
      {
        id: 'summary',
        title: 'Summary',
        content: markup`${explanationHead('sign-off of a model', title, page, lines)}<div class="sides">${sides}</div>`,
      },
      { id: 'checks', title: 'What was asked', content: table(outcome) },
      { id: 'work', title: 'What was looked at', content: work(page) },
    ],
  };
}
