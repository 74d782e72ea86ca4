import { useMemo, useRef } from 'react';
import type { SuiteRun } from '#shared/domain/suite.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { suiteVerdict } from '#shared/text/suiteVerdict.ts';
import { MiddleText } from '../../components/MiddleText.tsx';
import { SideMark } from '../../components/SideMark.tsx';
import { ToneMark } from '../../components/ToneMark.tsx';
import { changeQuery, useRoute } from '../../state/route.ts';
import { bothSides, sideLabels } from '../../state/sides.ts';
import type { SuiteChoice } from '../../state/suites.ts';
import { CheckInspector } from './CheckInspector.tsx';
import { CheckList } from './CheckList.tsx';
import { CheckSquares } from './CheckSquares.tsx';
import { MissingSections } from './MissingSections.tsx';
import styles from './Tests.module.css';
import { TestsToolbar } from './TestsToolbar.tsx';
import { asGrouping, grouped, isFound } from './testsView.ts';
import { useTestsKeys } from './useTestsKeys.ts';

interface Props {
  readonly run: SuiteRun;
  readonly choice: SuiteChoice;
}

/** A test run on view, and beside it the check that is open. */
export function TestsBody({ run, choice }: Props) {
  const { query } = useRoute();
  const filterField = useRef<HTMLInputElement>(null);
  const filter = query['filter'] ?? '';
  const by = asGrouping(query['by']);
  const squares = useMemo(() => grouped(run.results, 'kind'), [run]);
  const groups = useMemo(
    () =>
      grouped(
        run.results.filter((result) => isFound(result, filter)),
        by,
      ),
    [run, filter, by],
  );
  const order = useMemo(() => groups.flatMap(({ results }) => results.map(({ id }) => id)), [groups]);
  const open = run.results.find(({ id }) => id === query['check']) ?? null;
  const cursor = useTestsKeys({ order, open: open?.id ?? null, filterField, report: run.report, choice });
  const pick = (id: string): void => {
    cursor.move(id);
    changeQuery({ check: id });
  };
  return (
    <div className={styles.layout}>
      <div className={styles.page}>
        <TestsHead run={run} />
        <MissingSections run={run} />
        <CheckSquares groups={squares} open={open?.id ?? null} pick={pick} />
        <TestsToolbar run={run} choice={choice} by={by} filter={filter} filterField={filterField} />
        <CheckList groups={groups} active={cursor.active} pick={pick} />
      </div>
      {open !== null && (
        <aside className={styles.inspector} aria-label="Check">
          <CheckInspector key={open.id} run={run} result={open} choice={choice} step={cursor.step} />
        </aside>
      )}
    </div>
  );
}

function TestsHead({ run }: { readonly run: SuiteRun }) {
  const { tone, word } = suiteVerdict(run);
  const { pass, warning, skipped } = run.summary;
  const facts = [run.name, `${formatCount(pass)} passed`, warning > 0 && `${warning} with a warning`, skipped > 0 && `${skipped} skipped`];
  return (
    <header className={styles.head}>
      <div className={styles.answer}>
        <h1 className={styles.verdict}>
          <ToneMark tone={tone} word={word} size="head" />
        </h1>
        <p className={styles.facts}>
          {[...facts, run.exact ? 'exact on all rows' : 'on a sample'].map((fact) => fact !== false && <span key={fact}>{fact}</span>)}
        </p>
      </div>
      <p className={styles.sides}>
        {bothSides.map((side) => (
          <span key={side} className={styles.side}>
            <SideMark side={side} /> {sideLabels[side]}
            <strong>
              <MiddleText text={run[side].name} />
            </strong>
            {formatCount(run[side].numberOfRows)} rows
          </span>
        ))}
      </p>
    </header>
  );
}
