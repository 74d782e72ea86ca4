import type { CSSProperties } from 'react';
import type { Side } from '#shared/domain/dataset.ts';
import type { MissingPattern, MissingPatternsSection } from '#shared/domain/missingPatterns.ts';
import { describeMissingPatterns, listNames } from '#shared/text/describeQuality.ts';
import { formatCount, formatShare, formatShareChange } from '#shared/text/formatNumber.ts';
import { missingMatrix, shadeOf, type MatrixCell } from '#shared/text/missingMatrix.ts';
import { MiddleText } from '../../../components/MiddleText.tsx';
import styles from './Performance.module.css';
import quality from './Quality.module.css';
import { sideHeads, sideNames } from './sideNames.ts';
import type { SectionViewProps } from './tab.ts';

const shownNames = 8;

/** Which columns are missing together, on both sides. */
export function MissingPatternsView({ report: { missingPatterns } }: SectionViewProps) {
  if (missingPatterns === null) return null;
  return (
    <div className={styles.view} role="region" aria-label="Missing together" tabIndex={0}>
      <p className={styles.lead}>{describeMissingPatterns(missingPatterns)}</p>
      {missingPatterns.patterns.length > 0 && <Patterns section={missingPatterns} />}
      <Matrices section={missingPatterns} />
    </div>
  );
}

interface Props {
  readonly section: MissingPatternsSection;
}

const share = (side: MissingPattern['reference']): string => (side.share === null ? '–' : formatShare(side.share));

function changeOf({ reference, current }: MissingPattern): string {
  return reference.share === null || current.share === null ? '–' : formatShareChange(reference.share, current.share);
}

function Patterns({ section: { patterns, numberOfPatterns } }: Props) {
  const rest = Math.max(numberOfPatterns.reference, numberOfPatterns.current) - patterns.length;
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label="Rows by what they lack">
        <thead>
          <tr>
            <th scope="col">Rows that lack</th>
            {sideNames.map((side) => (
              <th key={side} scope="colgroup" colSpan={2} className={styles[side]}>
                {sideHeads[side]}
              </th>
            ))}
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {patterns.map((pattern) => (
            <tr key={JSON.stringify(pattern.columns)}>
              <th scope="row" className={quality.wrap} title={pattern.columns.join(', ')}>
                {pattern.columns.length === 0 ? <span className={styles.quiet}>nothing</span> : listNames(pattern.columns, shownNames)}
              </th>
              {sideNames.flatMap((side) => [
                <td key={`${side} rows`}>{formatCount(pattern[side].rows)}</td>,
                <td key={`${side} share`}>{share(pattern[side])}</td>,
              ])}
              <td>{changeOf(pattern)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <p className={styles.note}>And {formatCount(rest)} rarer ones.</p>}
    </div>
  );
}

function Matrices({ section }: Props) {
  const drawn = sideNames.filter((side) => missingMatrix(section, side).rows.length > 0);
  if (drawn.length === 0) return null;
  return (
    <div>
      <div className={quality.pair}>
        {drawn.map((side) => (
          <Matrix key={side} section={section} side={side} />
        ))}
      </div>
      <p className={styles.note}>1: always missing together; −1: always exactly one of the two; 0: nothing to do with one another.</p>
    </div>
  );
}

function cellStyle({ value }: MatrixCell, side: Side): CSSProperties {
  const shade = value < 0 ? 'var(--text)' : `var(--${side})`;
  return { '--shade': shade, '--strength': String(0.08 * shadeOf(value)) } as CSSProperties;
}

function Matrix({ section, side }: Props & { readonly side: Side }) {
  const { names, rows } = missingMatrix(section, side);
  return (
    <div className={styles.scroll}>
      <h2 className={styles.heading}>Correlation of being missing, {side}</h2>
      <table className={quality.matrix}>
        <thead>
          <tr>
            <td />
            {names.slice(0, -1).map((name, i) => (
              <th key={name} scope="col" title={name}>
                {i + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, place, cells }) => (
            <tr key={name}>
              <th scope="row">
                <span className={quality.place}>{place}</span>
                <MiddleText text={name} />
              </th>
              {cells.map((cell, i) => (
                <td key={names[i]} className={quality.cell} style={cellStyle(cell, side)} title={cell.title}>
                  <span>{cell.text}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
