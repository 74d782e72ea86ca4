import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ColumnReport } from '#shared/domain/report.ts';
import { copyText } from '../../components/copyText.ts';
import styles from './Report.module.css';
import type { ReportView } from './reportView.ts';
import { tableFormats, tableText } from './tableText.ts';

interface Props {
  readonly view: ReportView;
  /** The column whose row is under the cursor. */
  readonly active: string | null;
  readonly children: ReactNode;
}

/** A right click on a row: what can be copied of it. */
export function RowMenu({ view, active, children }: Props) {
  const column = view.ordered.find((each) => each.column === active);
  return (
    <Menu>
      <Menu.ContextMenu>
        <div className={styles.menuPlace}>{children}</div>
      </Menu.ContextMenu>
      <Menu.Dropdown>
        {column !== undefined && <ColumnItems column={column} />}
        {tableFormats.map(([format, name]) => (
          <Menu.Item key={format} onClick={() => void copyText(tableText(view.ordered, format), `all rows as ${name}`)}>
            Copy all rows as {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function ColumnItems({ column }: { readonly column: ColumnReport }) {
  return (
    <>
      <Menu.Item onClick={() => void copyText(column.column, 'the name')}>Copy the name</Menu.Item>
      <Menu.Item onClick={() => void copyText(column.sentence, 'the sentence')}>Copy the sentence</Menu.Item>
      {tableFormats.map(([format, name]) => (
        <Menu.Item key={format} onClick={() => void copyText(tableText([column], format), `the row as ${name}`)}>
          Copy the row as {name}
        </Menu.Item>
      ))}
      {column.sql.map(({ title, sql }) => (
        <Menu.Item key={title} onClick={() => void copyText(sql, 'the SQL')}>
          Copy the SQL: {title}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  );
}
