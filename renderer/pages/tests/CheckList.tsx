import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { CheckResult } from '#shared/domain/suite.ts';
import { checkVerdict } from '#shared/text/suiteVerdict.ts';
import { ToneMark } from '../../components/ToneMark.tsx';
import styles from './Tests.module.css';
import type { ResultGroup } from './testsView.ts';

interface Props {
  readonly groups: readonly ResultGroup[];
  readonly active: string | null;
  readonly pick: (id: string) => void;
}

type Line = { readonly title: string; readonly count: number } | { readonly result: CheckResult };

/** One plain sentence a check; only the lines in view are drawn. */
export function CheckList({ groups, active, pick }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const lines = useMemo(
    () =>
      groups.flatMap(({ title, results }): Line[] => [{ title, count: results.length }, ...results.map((result): Line => ({ result }))]),
    [groups],
  );
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => place.current,
    estimateSize: () => 34,
    overscan: 12,
    getItemKey: (index) => keyOf(lines[index]),
  });
  const at = lines.findIndex((line) => 'result' in line && line.result.id === active);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  if (lines.length === 0) return <p className={styles.nothing}>No check fits the filter.</p>;
  return (
    <div ref={place} className={styles.list} tabIndex={0} role="region" aria-label="Checks">
      <ul className={styles.lines} style={{ height: virtual.getTotalSize() }} aria-label="Checks and what they found">
        {virtual.getVirtualItems().map(({ index, key, start }) => (
          <li
            key={key}
            data-index={index}
            ref={virtual.measureElement}
            className={styles.line}
            style={{ transform: `translateY(${start}px)` }}
          >
            <LineBody line={lines[index]} active={active} pick={pick} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function keyOf(line: Line | undefined): string {
  if (line === undefined) return '';
  return 'result' in line ? line.result.id : `group ${line.title}`;
}

function LineBody({ line, active, pick }: { readonly line: Line | undefined } & Pick<Props, 'active' | 'pick'>) {
  if (line === undefined) return null;
  if (!('result' in line)) {
    return (
      <h2 className={styles.groupTitle}>
        {line.title} <span className={styles.count}>{line.count}</span>
      </h2>
    );
  }
  const { result } = line;
  const { tone, word } = checkVerdict(result.status);
  return (
    <button type="button" className={styles.check} aria-current={result.id === active} onClick={() => pick(result.id)}>
      <ToneMark tone={tone} word={word} />
      <span className={styles.sentence}>{result.sentence}</span>
    </button>
  );
}
