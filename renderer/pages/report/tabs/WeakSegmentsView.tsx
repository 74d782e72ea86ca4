import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DriftReport } from '#shared/domain/report.ts';
import type { SegmentSearch, WeakSegment } from '#shared/domain/weakSegments.ts';
import { describeSearch, measureTitles, segmentLine } from '#shared/text/describeWeakSegments.ts';
import { segmentCondition } from '#shared/text/segmentCondition.ts';
import { CopyButton } from '../../../components/CopyButton.tsx';
import { compareAgain } from '../../../state/compare.ts';
import { useWorkbench } from '../../../state/workbench.ts';
import styles from './Performance.module.css';
import own from './Relations.module.css';
import { SegmentRows } from './SegmentRows.tsx';
import type { SectionViewProps } from './tab.ts';

/** Where the data or the model is worst, as conditions to copy, with their rows. */
export function WeakSegmentsView({ report }: SectionViewProps) {
  const section = report.weakSegments;
  if (section === null) return null;
  return (
    <div className={styles.view} role="region" aria-label="Weak segments" tabIndex={0}>
      {section.searches.length === 0 && <p className={styles.lead}>There is no feature with values on both sides to make segments of.</p>}
      {section.searches.map((search) => (
        <section key={search.measure}>
          <h2 className={styles.heading}>{measureTitles[search.measure]}</h2>
          <p className={styles.note}>{describeSearch(search, section.minimumShare)}</p>
          {search.segments.length > 0 && <Segments report={report} search={search} />}
        </section>
      ))}
    </div>
  );
}

interface Props {
  readonly report: DriftReport;
  readonly search: SegmentSearch;
}

function Segments({ report, search }: Props) {
  const [open, setOpen] = useState<WeakSegment | null>(null);
  const isDrift = search.measure === 'drift';
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={measureTitles[search.measure]}>
          <thead>
            <tr>
              <th scope="col">Rows where</th>
              <th scope="col">Rows</th>
              <th scope="col" className={styles.current}>
                Current
              </th>
              {isDrift ? <th scope="col">Most of all in</th> : <th scope="col">95 % interval</th>}
              {!isDrift && (
                <th scope="col" className={styles.reference}>
                  Reference
                </th>
              )}
              <th scope="col">p, adjusted</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {search.segments.map((segment) => (
              <Line
                key={segment.where}
                report={report}
                search={search}
                segment={segment}
                open={open === segment}
                toggle={() => setOpen(open === segment ? null : segment)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {open !== null && <SegmentRows key={open.where} report={report} segment={open} />}
    </>
  );
}

interface LineProps {
  readonly report: DriftReport;
  readonly search: SegmentSearch;
  readonly segment: WeakSegment;
  readonly open: boolean;
  readonly toggle: () => void;
}

function Line({ report, search, segment, open, toggle }: LineProps) {
  const { where, rows, value, interval, reference, pValue, mostDrifted } = segmentLine(search, segment);
  const isDrift = search.measure === 'drift';
  const comparing = useWorkbench((state) => state.comparing);
  const compareRows = (): void =>
    void compareAgain(report, { ...report.settings, where: segmentCondition(report.settings.where, segment.where) }, {});
  return (
    <tr>
      <th scope="row" className={own.where}>
        <code>{where}</code>
      </th>
      <td>{rows}</td>
      <td className={styles.worse}>{value}</td>
      <td className={isDrift ? undefined : styles.quiet}>{isDrift ? mostDrifted : interval}</td>
      {!isDrift && <td>{reference}</td>}
      <td className={styles.quiet}>{pValue}</td>
      <td>
        <span className={own.actions}>
          <CopyButton text={where} what="the condition" />
          <Button variant="default" size="compact-xs" aria-expanded={open} onClick={toggle}>
            {open ? 'Hide rows' : 'Show rows'}
          </Button>
          <Button
            variant="default"
            size="compact-xs"
            disabled={comparing}
            title="Makes a report of these rows alone, on both sides"
            onClick={compareRows}
          >
            Compare these rows
          </Button>
        </span>
      </td>
    </tr>
  );
}
