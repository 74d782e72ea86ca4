import { columnChart } from '#shared/charts/columnChart.ts';
import { shareBar } from '#shared/charts/shareBar.ts';
import type { RoleDrift, RoleRelation, WeightedDrift } from '#shared/domain/modelDrift.ts';
import type { ColumnReport } from '#shared/domain/report.ts';
import { describeModelDrift, describeSource, importanceVerdict, relationRows, roleVerdict } from '#shared/text/describeModelDrift.ts';
import { formatCount, formatNumber, formatShare } from '#shared/text/formatNumber.ts';
import { badge, nameOf } from '../badges.ts';
import { markup, ownMarkup, type Markup } from '../markup.ts';
import type { ReportSection } from '../section.ts';
import { drawSvg, pageCharts } from '../svg.ts';

/** More columns are in the JSON report only. */
const shownColumns = 20;

const heads = markup`<th scope="col" class="number reference">reference</th><th scope="col" class="number current">current</th>`;

function roleFigure(role: RoleDrift, columns: readonly ColumnReport[]): Markup {
  const column = columns.find((each) => each.column === role.column);
  const chart = column === undefined ? null : columnChart(column, pageCharts);
  const picture =
    chart === null
      ? null
      : markup`<figure>${ownMarkup(drawSvg(chart, `role-${role.role}`, `Distribution of the ${role.role} on both sides.`))}</figure>`;
  return markup`<div><h3>${role.role}: ${nameOf(role.column)} ${badge(roleVerdict(role))}</h3>${picture}<p class="quiet">${role.sentence}</p></div>`;
}

function relationTable(relation: RoleRelation): Markup {
  const rows = relationRows(relation).map(
    ([name, reference, current]) =>
      markup`<tr><th scope="row">${name}</th><td class="number">${reference}</td><td class="number">${current}</td></tr>`,
  );
  return markup`<table class="small test"><caption>Prediction and target together</caption><thead><tr><th></th>${heads}</tr></thead><tbody>${rows}</tbody></table>`;
}

function weightedTable(weighted: WeightedDrift, about: string): Markup {
  const largest = Math.max(...weighted.columns.map(({ importance }) => importance), Number.MIN_VALUE);
  const rows = weighted.columns.slice(0, shownColumns).map((each) => {
    const bar = ownMarkup(shareBar(each.importance / largest, 'current', 120));
    const shift = each.shift === null ? '–' : about + formatNumber(each.shift, 3);
    return markup`<tr><th scope="row">${nameOf(each.column)}</th><td class="number">${formatShare(each.importance)}</td><td class="current bars">${bar}</td><td class="number">${shift}</td><td>${badge(importanceVerdict(each))}</td></tr>`;
  });
  const rest = weighted.columns.length - shownColumns;
  return markup`<h3>Drift by importance</h3><p class="quiet">${describeSource(weighted)} The shift is how far a column moved, from 0 to 1, whatever its method.</p>
<div class="scroll"><table class="metrics"><thead><tr><th scope="col">column</th><th scope="col" class="number">importance</th><th></th><th scope="col" class="number">shift</th><th scope="col">verdict</th></tr></thead><tbody>${rows}</tbody></table></div>${rest > 0 ? markup`<p class="quiet">${formatCount(rest)} more columns are in the JSON report.</p>` : null}`;
}

/** Target and prediction on both sides, how they go together, and drift weighted by what each column is worth. */
export const modelDriftSection: ReportSection = {
  id: 'target-drift',
  title: 'Target and prediction drift',
  section: 'target-drift',
  render: ({ report: { modelDrift, dataDrift }, about }) => {
    if (modelDrift === null) return null;
    const { roles, relation, weighted } = modelDrift;
    return markup`<p>${describeModelDrift(modelDrift)}</p>
<div class="plots">${roles.map((role) => roleFigure(role, dataDrift.columns))}</div>${relation === null ? null : relationTable(relation)}
${weighted === null ? null : weightedTable(weighted, about)}`;
  },
};
