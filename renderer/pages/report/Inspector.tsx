import { ActionIcon, ScrollArea, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import type { ColumnReport } from '#shared/domain/report.ts';
import { formatNumber } from '#shared/text/formatNumber.ts';
import { columnVerdict } from '#shared/text/verdict.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { KindMark } from '../../components/KindMark.tsx';
import { ToneMark } from '../../components/ToneMark.tsx';
import { changeQuery } from '../../state/route.ts';
import { ColumnSettings } from './ColumnSettings.tsx';
import { Distribution } from './Distribution.tsx';
import styles from './Inspector.module.css';
import { CategoryTable, ProfileTable, QuantileTable, UnseenTable } from './ProfileTables.tsx';
import type { ReportView } from './reportView.ts';
import { VerdictDetail } from './VerdictDetail.tsx';

interface Props {
  readonly view: ReportView;
  readonly column: ColumnReport;
  readonly step: (by: 1 | -1) => void;
}

/** One column: why it is or is not drift, and every number that says so. */
export function Inspector({ view, column, step }: Props) {
  const { tone, word } = columnVerdict(column);
  const findings = view.report.findings.filter((finding) => finding.column === column.column);
  const other = findings.filter(({ sentence }) => sentence !== column.sentence);
  return (
    <div className={styles.inspector}>
      <InspectorHead column={column} step={step} />
      <ScrollArea className={styles.scroll} viewportProps={{ tabIndex: 0, 'aria-label': 'About the column', role: 'region' }}>
        <div className={styles.content}>
          <div className={styles.why}>
            <ToneMark tone={tone} word={word} />
            <p className={styles.sentence}>{column.sentence}</p>
            {other.map(({ code, sentence, severity }) => (
              <p key={`${code} ${sentence}`} className={styles.finding} data-severity={severity}>
                {sentence}
              </p>
            ))}
          </div>
          <Distribution column={column} />
          {column.status === 'tested' && <VerdictDetail column={column} exact={view.report.exact} />}
          <QuantileTable column={column} />
          <CategoryTable column={column} />
          <UnseenTable column={column} />
          <ProfileTable column={column} />
          <ColumnSettings report={view.report} column={column} />
          <BinEdges column={column} />
          <Sources column={column} />
        </div>
      </ScrollArea>
    </div>
  );
}

function InspectorHead({ column, step }: Omit<Props, 'view'>) {
  const { types } = column;
  const type =
    types.reference === types.current || types.current === null ? types.reference : `${types.reference ?? '–'} → ${types.current}`;
  return (
    <header className={styles.head}>
      <div className={styles.title}>
        <h2 className={styles.name}>{column.column}</h2>
        <p className={styles.kind}>
          <Tooltip label={column.kindReason}>
            <span tabIndex={0}>
              <KindMark kind={column.kind} />
            </span>
          </Tooltip>
          <span>{type}</span>
          {column.role !== 'feature' && <span>{column.role}</span>}
        </p>
      </div>
      <HeadButton label="Previous column" shortcut="k" onClick={() => step(-1)} icon={<IconChevronUp size={16} />} />
      <HeadButton label="Next column" shortcut="j" onClick={() => step(1)} icon={<IconChevronDown size={16} />} />
      <HeadButton label="Close the column" shortcut="Esc" onClick={() => changeQuery({ column: '' })} icon={<IconX size={16} />} />
    </header>
  );
}

interface HeadButtonProps {
  readonly label: string;
  readonly shortcut: string;
  readonly icon: React.ReactNode;
  readonly onClick: () => void;
}

function HeadButton({ label, shortcut, icon, onClick }: HeadButtonProps) {
  return (
    <Tooltip
      label={
        <>
          {label} <kbd>{shortcut}</kbd>
        </>
      }
    >
      <ActionIcon size={28} variant="subtle" color="gray" aria-label={label} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

function BinEdges({ column }: { readonly column: ColumnReport }) {
  if (column.binEdges === null) return null;
  const edges = column.binEdges.map((edge) => formatNumber(edge)).join('  ');
  return (
    <section>
      <h3 className={styles.heading}>
        Bins of the score <CopyButton text={JSON.stringify(column.binEdges)} what="the bin edges" />
      </h3>
      <p className={styles.edges}>{edges}</p>
    </section>
  );
}

function Sources({ column }: { readonly column: ColumnReport }) {
  if (column.sql.length === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>The SQL behind the numbers</h3>
      {column.sql.map(({ title, sql }) => (
        <details key={title} className={styles.sql}>
          <summary>{title}</summary>
          <div className={styles.statement}>
            <pre tabIndex={0}>{sql}</pre>
            <CopyButton text={sql} what="the SQL" />
          </div>
        </details>
      ))}
    </section>
  );
}
