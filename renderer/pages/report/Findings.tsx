import { useState } from 'react';
import type { DriftReport, Finding } from '#shared/domain/report.ts';
import type { Tone } from '#shared/text/verdict.ts';
import { ToneMark } from '../../components/ToneMark.tsx';
import styles from './Findings.module.css';

const tones: Readonly<Record<Finding['severity'], Tone>> = { broken: 'broken', attention: 'attention', note: 'unknown' };
const order = ['broken', 'attention', 'note'] as const;
const shownFirst = 2;

interface Props {
  readonly report: DriftReport;
  readonly open: (column: string) => void;
}

/** What a person should know before she trusts the numbers, the gravest first. */
export function Findings({ report, open }: Props) {
  const [all, setAll] = useState(false);
  const findings = order.flatMap((severity) => report.findings.filter((finding) => finding.severity === severity));
  if (findings.length === 0) return null;
  const shown = all ? findings : findings.slice(0, shownFirst);
  const rest = findings.length - shownFirst;
  return (
    <section className={styles.findings} aria-label="Findings">
      <ul className={styles.list}>
        {shown.map((finding) => (
          <li key={`${finding.code} ${finding.column} ${finding.sentence}`} className={styles.finding}>
            <ToneMark tone={tones[finding.severity]} word={finding.severity} />
            <FindingText finding={finding} open={open} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `${rest} more`}
        </button>
      )}
    </section>
  );
}

function FindingText({ finding, open }: { readonly finding: Finding; readonly open: Props['open'] }) {
  const { column, sentence } = finding;
  if (column === null) return <span className={styles.text}>{sentence}</span>;
  return (
    <button type="button" className={styles.link} title={`${column}: ${sentence}`} onClick={() => open(column)}>
      <strong>{column}</strong> {sentence}
    </button>
  );
}
