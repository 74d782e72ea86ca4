import type { GateCheck, GateCheckStatus } from '#shared/domain/gate.ts';
import { formatNumber } from '#shared/text/formatNumber.ts';
import type { Tone } from '#shared/text/verdict.ts';
import { ToneMark } from '../../../components/ToneMark.tsx';
import styles from './Registry.module.css';

const tones: Readonly<Record<GateCheckStatus, { tone: Tone; word: string }>> = {
  pass: { tone: 'good', word: 'passed' },
  fail: { tone: 'broken', word: 'failed' },
  error: { tone: 'broken', word: 'could not be told' },
  skipped: { tone: 'unknown', word: 'left out' },
};

const number = (value: number | null): string => (value === null ? '–' : formatNumber(value));

/** What a gate found, line by line: the number, that of the model in place, and what was asked. */
export function GateChecks({ checks }: { readonly checks: readonly GateCheck[] }) {
  return (
    <div className={styles.tableFrame} role="group" aria-label="Checks of the gate" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Result</th>
            <th scope="col">Check</th>
            <th scope="col" className={styles.right}>
              Candidate
            </th>
            <th scope="col" className={styles.right}>
              In place now
            </th>
            <th scope="col">Asked for</th>
            <th scope="col">In words</th>
          </tr>
        </thead>
        <tbody>
          {checks.map(({ id, status, label, value, holder, expected, sentence }) => (
            <tr key={id}>
              <td>
                <ToneMark {...tones[status]} />
              </td>
              <th scope="row">{label}</th>
              <td className={styles.right}>{number(value)}</td>
              <td className={styles.right}>{number(holder)}</td>
              <td>{expected}</td>
              <td className={styles.breaks}>{sentence}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
