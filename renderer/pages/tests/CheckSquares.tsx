import { checkVerdict } from '#shared/text/suiteVerdict.ts';
import styles from './Tests.module.css';
import type { ResultGroup } from './testsView.ts';

interface Props {
  readonly groups: readonly ResultGroup[];
  readonly open: string | null;
  readonly pick: (id: string) => void;
}

/** A square a check, in groups, failing ones first: the whole run at a glance. The list below says the same in words. */
export function CheckSquares({ groups, open, pick }: Props) {
  return (
    <div className={styles.strip} aria-hidden>
      {groups.map(({ title, results }) => (
        <div key={title}>
          <p className={styles.stripTitle}>{title}</p>
          <div className={styles.squares}>
            {results.map((result) => {
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
          </div>
        </div>
      ))}
    </div>
  );
}
