import type { ChangedColumn, ReportChanges, ReportSide } from '#shared/domain/changes.ts';
import type { Finding } from '#shared/domain/report.ts';
import {
  changedMetricText,
  changesCautions,
  changesVerdict,
  changeVerdict,
  missingText,
  stateMethod,
  stateText,
} from '#shared/text/describeChanges.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { formatTime } from '#shared/text/formatTime.ts';
import { metricName } from '#shared/text/metricNames.ts';
import { badge, nameOf } from '../badges.ts';
import type { ReportDocument } from '../buildDocument.ts';
import { markup, type Markup } from '../markup.ts';

function side(label: 'before' | 'after', { createdAt, reference, current, numberOfColumns, numberOfDriftedColumns }: ReportSide): Markup {
  return markup`<div class="side ${label === 'before' ? 'reference' : 'current'}"><p class="label">${label}</p><p class="name">${nameOf(current.name, 48)}</p><p class="facts">${formatCount(current.numberOfRows)} rows against ${nameOf(reference.name, 30)} (${formatCount(reference.numberOfRows)})</p><p class="facts">${numberOfDriftedColumns} of ${numberOfColumns} columns drifted · ${formatTime(createdAt)}</p></div>`;
}

function summary(changes: ReportChanges): Markup {
  const { tone, icon, word } = changesVerdict(changes);
  return markup`<p class="brand">Driftglass, two reports compared<time datetime="${changes.after.createdAt}">${formatTime(changes.after.createdAt)}</time></p>
<h1 class="tone ${tone}"><i aria-hidden="true">${icon}</i> ${word}</h1>
<ul class="lines">${changesCautions(changes).map((sentence) => markup`<li>${sentence}</li>`)}</ul>
<div class="sides">${side('before', changes.before)}${side('after', changes.after)}</div>`;
}

function row(column: ChangedColumn): Markup {
  return markup`<tr><td>${badge(changeVerdict(column.change))}</td><th scope="row">${nameOf(column.column)}</th><td>${stateMethod(column)}</td><td class="number">${stateText(column.before)}</td><td class="number">${stateText(column.after)}</td><td class="number">${missingText(column)}</td></tr>`;
}

const columnHeads = markup`<thead><tr><th scope="col">change</th><th scope="col">column</th><th scope="col">method</th><th scope="col" class="number">before</th><th scope="col" class="number">after</th><th scope="col" class="number">missing</th></tr></thead>`;

function columnTable({ columns }: ReportChanges): Markup {
  const changed = columns.filter(({ change }) => change !== 'same');
  const same = columns.length - changed.length;
  const rest =
    same === 0
      ? null
      : markup`<p class="quiet">${formatCount(same)} ${same === 1 ? 'column is' : 'columns are'} the same to the last digit.</p>`;
  if (changed.length === 0) return markup`${rest}`;
  return markup`<div class="scroll"><table>${columnHeads}<tbody>${changed.map(row)}</tbody></table></div>${rest}`;
}

function metricTable({ metrics }: ReportChanges): Markup {
  const rows = metrics.map(
    (metric) =>
      markup`<tr><th scope="row">${metricName(metric.metric).short}</th><td class="number">${changedMetricText(metric, 'before')}</td><td class="number">${changedMetricText(metric, 'after')}</td><td class="${metric.is === 'worse' ? 'attention' : 'quiet'}">${metric.is ?? ''}</td></tr>`,
  );
  return markup`<div class="scroll"><table class="metrics"><thead><tr><th scope="col">metric, current data</th><th scope="col" class="number">before</th><th scope="col" class="number">after</th><th scope="col"></th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function findingList(title: string, findings: readonly Finding[]): Markup | null {
  if (findings.length === 0) return null;
  const lines = findings.map(
    ({ column, sentence }) => markup`<li>${column === null ? null : markup`<b>${nameOf(column)}</b> `}${sentence}</li>`,
  );
  return markup`<h3>${title}</h3><ul>${lines}</ul>`;
}

function settingTable({ settings }: ReportChanges): Markup {
  const rows = settings.map(
    ({ setting, before, after }) =>
      markup`<tr><th scope="row"><code>${setting}</code></th><td><code>${before}</code></td><td><code>${after}</code></td></tr>`,
  );
  return markup`<div class="scroll"><table><thead><tr><th scope="col">setting</th><th scope="col">before</th><th scope="col">after</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Two reports side by side as a page: what changed, and what else differs. */
export function changesDocument(changes: ReportChanges): ReportDocument {
  const { findings, metrics, settings } = changes;
  const some = findings.appeared.length + findings.gone.length > 0;
  return {
    title: `${changes.after.current.name} since ${changes.before.current.name}`,
    language: 'en',
    verdict: changesVerdict(changes),
    sections: [
      { id: 'summary', title: 'Summary', content: summary(changes) },
      { id: 'columns', title: 'Columns', content: columnTable(changes) },
      ...(metrics.length === 0 ? [] : [{ id: 'performance', title: 'Model performance', content: metricTable(changes) }]),
      ...(some
        ? [
            {
              id: 'findings',
              title: 'Findings',
              content: markup`${findingList('New', findings.appeared)}${findingList('No longer there', findings.gone)}`,
            },
          ]
        : []),
      ...(settings.length === 0 ? [] : [{ id: 'settings', title: 'Settings that differ', content: settingTable(changes) }]),
    ],
  };
}
