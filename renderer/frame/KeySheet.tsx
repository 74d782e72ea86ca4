import { Modal } from '@mantine/core';
import { pages } from '../pages.ts';
import { commandKey } from './commandKey.ts';
import styles from './KeySheet.module.css';

interface Props {
  readonly opened: boolean;
  readonly close: () => void;
}

const groups: readonly { readonly title: string; readonly keys: readonly (readonly [string, string])[] }[] = [
  {
    title: 'Anywhere',
    keys: [
      [`${commandKey} K`, 'Every action'],
      [`${commandKey} P`, 'Go to a column or report'],
      ['?', 'These keys'],
      ['Esc', 'Cancel what runs, or close what is open'],
      ...pages.map(({ label }, index) => [String(index + 1), label] as const),
    ],
  },
  {
    title: 'Report',
    keys: [
      ['j  ↓', 'Next column'],
      ['k  ↑', 'Previous column'],
      ['Enter', 'Open the column'],
      ['/', 'Filter'],
      ['c', 'Copy the column’s row'],
      ['e', 'Export as HTML'],
    ],
  },
  {
    title: 'Tests',
    keys: [
      ['j  ↓', 'Next check'],
      ['k  ↑', 'Previous check'],
      ['Enter', 'Open the check'],
      ['/', 'Filter'],
      ['e', 'Export as HTML'],
    ],
  },
];

/** The keys, on one sheet. */
export function KeySheet({ opened, close }: Props) {
  return (
    <Modal opened={opened} onClose={close} title="Keys" size={560}>
      <div className={styles.sheet}>
        {groups.map(({ title, keys }) => (
          <section key={title}>
            <h3 className={styles.title}>{title}</h3>
            <dl className={styles.keys}>
              {keys.map(([key, meaning]) => (
                <div key={key} className={styles.line}>
                  <dt>
                    {key.split('  ').map((each) => (
                      <kbd key={each}>{each}</kbd>
                    ))}
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
