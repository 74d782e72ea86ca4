import { Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { DriftReport } from '#shared/domain/report.ts';
import { formatBytes, formatCount, formatDuration, formatShare } from '#shared/text/formatNumber.ts';
import { compatLine } from '#shared/text/compatText.ts';
import { formatTime } from '#shared/text/formatTime.ts';
import { methodName } from '#shared/text/methodNames.ts';
import { datasetVerdict } from '#shared/text/verdict.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { MiddleText } from '../../components/MiddleText.tsx';
import { SideMark } from '../../components/SideMark.tsx';
import { ToneMark } from '../../components/ToneMark.tsx';
import { bothSides, sideLabels } from '../../state/sides.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { RowsHint } from './RowsHint.tsx';
import { StaleHint } from './StaleHint.tsx';
import styles from './VerdictHead.module.css';

/** Is it all right? The answer, what it hangs on, and the files it is about. */
export function VerdictHead({ report }: { readonly report: DriftReport }) {
  const [filesShown, setFilesShown] = useState(false);
  const { tone, word } = datasetVerdict(report);
  return (
    <header className={styles.head} data-tone={tone}>
      <div className={styles.answer}>
        <h1 className={styles.verdict}>
          <ToneMark tone={tone} word={word} size="head" />
        </h1>
        <Facts report={report} />
      </div>
      <div className={styles.source}>
        <button type="button" className={styles.files} aria-expanded={filesShown} onClick={() => setFilesShown(!filesShown)}>
          {filesShown ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
          {bothSides.map((side) => (
            <span key={side} className={styles.side}>
              <SideMark side={side} />
              <span className={styles.sideLabel}>{sideLabels[side]}</span>
              <strong className={styles.sideName}>
                <MiddleText text={report[side].name} />
              </strong>
              <span>{formatCount(report[side].numberOfRows)} rows</span>
            </span>
          ))}
        </button>
        <RowsHint report={report} />
        <StaleHint report={report} />
      </div>
      {filesShown && <Files report={report} />}
    </header>
  );
}

function Facts({ report }: { readonly report: DriftReport }) {
  const { dataDrift } = report;
  const durationMs = useWorkbench((state) => state.runs?.find(({ id }) => id === report.id)?.durationMs ?? null);
  const methods = [...new Set(dataDrift.columns.flatMap(({ method }) => (method === null ? [] : [methodName(method).short])))];
  const adjusts = dataDrift.columns.some(({ pValue }) => pValue !== null);
  const share = dataDrift.shareOfDriftedColumns;
  const compat = compatLine(report.settings.compat);
  const sign = dataDrift.datasetDrift ? '≥' : '<';
  const rows = formatCount(report.reference.numberOfRows + report.current.numberOfRows);
  return (
    <p className={styles.facts}>
      {share !== null && <span>{`share drifted ${formatShare(share)} ${sign} ${formatShare(dataDrift.driftShare)}`}</span>}
      <span>{methods.slice(0, 3).join(', ') + (methods.length > 3 ? ` and ${methods.length - 3} more` : '')}</span>
      {report.exact ? (
        <span>exact on {rows} rows</span>
      ) : (
        <span className={styles.sampled}>◆ on a sample of {formatCount(report.settings.sample?.rows ?? 0)} rows a side</span>
      )}
      {adjusts && (
        <Tooltip label="Twenty clean columns tested at 0.05 give a false alarm in 64 of 100 reports. The Benjamini-Hochberg adjustment takes the number of columns into account; distances count as they are.">
          <span className={styles.explained} tabIndex={0}>
            {formatCount(dataDrift.numberOfDriftedColumnsAdjusted)} after adjusting for their number
          </span>
        </Tooltip>
      )}
      {compat !== null && <span className={styles.sampled}>◆ {compat}</span>}
      {durationMs !== null && <span>{formatDuration(durationMs)}</span>}
      <time dateTime={report.createdAt} title={formatTime(report.createdAt)}>
        {formatTime(report.createdAt, -new Date(report.createdAt).getTimezoneOffset())}
      </time>
    </p>
  );
}

function Files({ report }: { readonly report: DriftReport }) {
  return (
    <div className={styles.fileList}>
      {bothSides.map((side) => (
        <section key={side}>
          <h2 className={styles.path}>
            <SideMark side={side} /> <MiddleText text={report[side].path} mono />
          </h2>
          <ul className={styles.hashes}>
            {report[side].files.map(({ path, name, bytes, sha256 }) => (
              <li key={path} className={styles.file}>
                <MiddleText text={name} />
                <span className={styles.bytes}>{formatBytes(bytes)}</span>
                {sha256 !== '' && (
                  <>
                    <code title={sha256}>sha256 {sha256.slice(0, 16)}…</code>
                    <CopyButton text={sha256} what={`the hash of ${name}`} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className={styles.command}>
        <span>Make it again:</span>
        <code>{report.command}</code>
        <CopyButton text={report.command} what="the command" />
      </p>
    </div>
  );
}
