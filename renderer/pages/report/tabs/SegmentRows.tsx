import type { DriftReport } from '#shared/domain/report.ts';
import type { WeakSegment } from '#shared/domain/weakSegments.ts';
import { segmentCondition } from '#shared/text/segmentCondition.ts';
import { PagedRows } from '../../../components/PagedRows.tsx';
import styles from './Performance.module.css';
import own from './Relations.module.css';

interface Props {
  readonly report: DriftReport;
  readonly segment: WeakSegment;
}

/** The rows of a segment as they lie in the current data, a page at a time. */
export function SegmentRows({ report: { current, settings }, segment }: Props) {
  const where = segmentCondition(settings.where, segment.where);
  return (
    <div className={own.rows}>
      <p className={styles.note}>
        Rows of the current data where <code>{segment.where}</code>
      </p>
      <PagedRows derive={settings.derive} path={current.path} where={where} count={null} pageSize={10} label="Rows of the segment" />
    </div>
  );
}
