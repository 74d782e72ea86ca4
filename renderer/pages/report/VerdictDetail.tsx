import { Tooltip } from '@mantine/core';
import type { TestedColumn } from '#shared/domain/report.ts';
import { formatCount, formatPValue, formatScore } from '#shared/text/formatNumber.ts';
import { methodName } from '#shared/text/methodNames.ts';
import { driftSigns, scoreText, thresholdText } from './driftColumns.tsx';
import { gaugePlaces } from './gauge.ts';
import styles from './Inspector.module.css';
import { SizeStrip } from './SizeStrip.tsx';

const bandWords = { none: 'none (under 0.1)', moderate: 'moderate (0.1 to 0.2)', significant: 'significant (above 0.2)' } as const;

/** How the verdict hangs on the threshold, and on how many values. */
export function VerdictDetail({ column, exact }: { readonly column: TestedColumn; readonly exact: boolean }) {
  const n = column.reference?.valid ?? 0;
  const m = column.current?.valid ?? 0;
  return (
    <section>
      <h3 className={styles.heading}>Verdict</h3>
      <Gauge column={column} />
      <dl className={styles.facts}>
        <Fact name="Method" value={methodName(column.method).short} />
        <Fact name="Score" value={`${scoreText(column)} (drift when ${thresholdText(column)})`} exactly={column.driftScore} />
        <Fact name="Statistic" value={formatScore(column.statistic)} exactly={column.statistic} />
        {column.pValue !== null && <Fact name="p-value" value={formatPValue(column.pValue)} exactly={column.pValue} />}
        {column.adjustedPValue !== null && (
          <Fact
            name="p-value, adjusted"
            value={`${formatPValue(column.adjustedPValue)} (Benjamini-Hochberg over the columns of this report)`}
            exactly={column.adjustedPValue}
          />
        )}
        {column.band !== null && <Fact name="Stability band" value={bandWords[column.band]} />}
        <Fact
          name="Values compared"
          value={`${formatCount(n)} reference, ${formatCount(m)} current${exact ? ', all of them' : ', a sample'}`}
        />
      </dl>
      <SizeStrip column={column} />
    </section>
  );
}

function Fact({ name, value, exactly }: { readonly name: string; readonly value: string; readonly exactly?: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {exactly === undefined ? (
          value
        ) : (
          <Tooltip label={`exactly ${exactly}`}>
            <span tabIndex={0}>{value}</span>
          </Tooltip>
        )}
      </dd>
    </div>
  );
}

/** The score on a line, beside the part of it that means drift. */
function Gauge({ column }: { readonly column: TestedColumn }) {
  const { threshold, score, driftsBelow } = gaugePlaces(column);
  const zone = driftsBelow ? { left: 0, width: `${threshold}%` } : { left: `${threshold}%`, right: 0 };
  const label = `Score ${scoreText(column)}; drift when ${driftSigns[column.driftedWhen]} ${formatScore(column.threshold)}`;
  return (
    <div className={styles.gauge} role="img" aria-label={label} data-drifted={column.drifted}>
      <span className={styles.zone} style={zone} />
      <span className={styles.threshold} style={{ left: `${threshold}%` }} />
      <span className={styles.score} style={{ left: `${score}%` }} />
      <span className={styles.ends} aria-hidden>
        <span>{driftsBelow ? '◂ drift' : '0'}</span>
        <span>{driftsBelow ? 'p 1' : 'drift ▸'}</span>
      </span>
    </div>
  );
}
