import { describe, expect, it } from 'vitest';
import { reportChanges, type ReportChanges } from '#shared/domain/changes.ts';
import type { DriftReport } from '#shared/domain/report.ts';
import { changesVerdict } from '#shared/text/describeChanges.ts';
import { makeReport } from '../../../fixtures/reports/makeReport.ts';
import { unexplainedNulls } from '../../../fixtures/reports/unexplainedNulls.ts';
import { changesTable } from './changesTable.ts';
import { compareReports } from './compareReports.ts';
import { renderChanges } from './renderChanges.ts';

const report = makeReport({ columns: 12, seed: 7 });

/** The report with one of its columns changed. */
function changed(column: string, change: (found: DriftReport['dataDrift']['columns'][number]) => unknown): DriftReport {
  const columns = report.dataDrift.columns.map((each) =>
    each.column === column ? change(each) : each,
  ) as DriftReport['dataDrift']['columns'];
  return { ...report, id: 'later', dataDrift: { ...report.dataDrift, columns } };
}

const of = (changes: ReportChanges, name: string) => changes.columns.find(({ column }) => column === name)?.change;

describe('the changes between two reports', () => {
  it('are none between a report and itself', () => {
    const changes = compareReports(report, report);
    expect(changes.columns.every(({ change }) => change === 'same')).toBe(true);
    expect(changes.settings).toEqual([]);
    expect(changesVerdict(changes).word).toBe('No verdict changed');
  });

  it('begin with the columns that drift now, and the other way round with those that drift no longer', () => {
    const drifted = report.dataDrift.columns.find((column) => column.drifted)!.column;
    const later = changed(drifted, (column) => ({ ...column, drifted: false, driftScore: 0.001 }));
    const changes = compareReports(later, report);
    expect(changes.columns[0]).toMatchObject({ column: drifted, change: 'now-drifted' });
    expect(changesVerdict(changes)).toMatchObject({ tone: 'broken', word: '1 column drifts that did not before' });
    expect(compareReports(report, later).columns[0]).toMatchObject({ column: drifted, change: 'no-longer-drifted' });
    expect(changesVerdict(compareReports(report, later)).tone).toBe('good');
  });

  it('name columns that came and went', () => {
    const [first, ...rest] = report.dataDrift.columns;
    const later = { ...report, dataDrift: { ...report.dataDrift, columns: rest } };
    expect(of(compareReports(report, later), first!.column)).toBe('gone');
    expect(of(compareReports(later, report), first!.column)).toBe('new');
  });

  it('tell another method from another score', () => {
    const tested = report.dataDrift.columns.find((column) => column.status === 'tested' && !column.drifted)!;
    const method = changed(tested.column, (column) => ({ ...column, method: 'psi' }));
    const score = changed(tested.column, (column) => ({ ...column, driftScore: tested.driftScore! * 1.01 }));
    expect(of(compareReports(report, method), tested.column)).toBe('method-changed');
    expect(of(compareReports(report, score), tested.column)).toBe('moved');
  });

  it('list settings and findings that differ', () => {
    const settings = { ...report.settings, drift: { ...report.settings.drift, thresholds: { fare: 0.3 }, share: 0.25 } };
    const [finding, ...findings] = report.findings;
    const changes = compareReports(report, { ...report, settings, findings });
    expect(changes.settings).toEqual([
      { setting: 'drift.share', before: '0.5', after: '0.25' },
      { setting: 'drift.thresholds.fare', before: 'null', after: '0.3' },
    ]);
    expect(changes.findings).toEqual({ appeared: [], gone: [finding] });
  });

  it('know the same files by their contents', () => {
    expect(compareReports(report, report)).toMatchObject({ sameReference: true, sameCurrent: true });
    const files = report.current.files.map((file) => ({ ...file, sha256: 'ff' }));
    const other = { ...report, current: { ...report.current, files } };
    expect(compareReports(report, other)).toMatchObject({ sameReference: true, sameCurrent: false });
  });

  it('fit their schema, and each null number has its reason', () => {
    const changes = compareReports(
      report,
      changed('fare_amount', (column) => ({ ...column, driftScore: 0.2 })),
    );
    expect(reportChanges.parse(changes)).toEqual(changes);
    expect(unexplainedNulls(changes).filter((path) => !/\.(before|after)$/.test(path))).toEqual([]);
  });

  it('are written as HTML without anything from outside, as Markdown, and as a table', () => {
    const changes = compareReports(
      report,
      changed('fare_amount', (column) => ({ ...column, column: '<b>|fare', driftScore: 0.2 })),
    );
    const html = renderChanges(changes, 'html').content;
    expect(html).toContain('&lt;b&gt;|fare');
    expect(html).not.toMatch(/<b>\|fare|https?:\/\//);
    expect(renderChanges(changes, 'md').content).toContain('| ◆ new | &lt;b&gt;');
    expect(changesTable(changes)).toContain('came, went or changed kind');
  });
});
