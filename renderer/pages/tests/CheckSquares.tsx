import { formatCount } from '#shared/text/formatNumber.ts';
import { checkVerdict } from '#shared/text/suiteVerdict.ts';
import styles from './Tests.module.css';
import type { ResultGroup } from './testsView.ts';

interface Props {
  readonly groups: readonly ResultGroup[];
  readonly open: string | null;
  readonly pick: (id: string) => void;
}

/** Of very wide data only the first of a group are drawn, which are those that fail. */
const drawnAtMost = 160;

/** A square a check, in groups, failing ones first: the whole run at a glance. The list below says the same in words. */
export function CheckSquares({ groups, open, pick }: Props) {
  return (
    <div className={styles.strip} aria-hidden>
      {groups.map(({ title, results }) => (
        <div key={title}>
          <p className={styles.stripTitle}>{title}</p>
          <div className={styles.squares}>
            {results.slice(0, drawnAtMost).map((result) => {
              const { tone, icon, word } = checkVerdict(result.status);
              return (
                <button
                  key={result.id}
                  type="button"
                  tabIndex={-1}
                  className={styles.square}
                  data-tone={tone}
                  data-open={result.id === open}
                  title={`${word}: ${result.sentence}`}
                  onClick={() => pick(result.id)}
                >
                  {icon}
                </button>
              );
            })}
            {results.length > drawnAtMost && <span className={styles.quiet}>and {formatCount(results.length - drawnAtMost)} more</span>}
          </div>
        </div>
      ))}
    </div>
  );
}
