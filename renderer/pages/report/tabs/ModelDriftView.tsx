import { VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import { columnChart } from '#shared/charts/columnChart.ts';
import { shareBar } from '#shared/charts/shareBar.ts';
import type { RoleDrift, RoleRelation, WeightedDrift } from '#shared/domain/modelDrift.ts';
import type { DriftReport } from '#shared/domain/report.ts';
import { describeModelDrift, describeSource, importanceVerdict, relationRows, roleVerdict } from '#shared/text/describeModelDrift.ts';
import { formatNumber, formatShare } from '#shared/text/formatNumber.ts';
import { Chart } from '../../../components/Chart.tsx';
import { Figure } from '../../../components/Figure.tsx';
import { MiddleText } from '../../../components/MiddleText.tsx';
import { ToneMark } from '../../../components/ToneMark.tsx';
import { useChartTheme } from '../../../components/useChartTheme.ts';
import shared from './Performance.module.css';
import styles from './TextDrift.module.css';
import type { SectionViewProps } from './tab.ts';

type Open = SectionViewProps['open'];

/** More columns would be a second table of columns; that one sorts by importance. */
const shownColumns = 50;

/** What drift means to the model: target, prediction, and the columns it rests on. */
export function ModelDriftView({ report, open }: SectionViewProps) {
  const { modelDrift } = report;
  if (modelDrift === null) return null;
  const { roles, relation, weighted } = modelDrift;
  return (
    <div className={shared.view} role="region" aria-label="Target and prediction drift" tabIndex={0}>
      <p className={shared.lead}>{describeModelDrift(modelDrift)}</p>
      {roles.length > 0 && (
        <div className={styles.roles}>
          {roles.map((role) => (
            <Role key={role.role} role={role} report={report} open={open} />
          ))}
        </div>
      )}
      {relation !== null && <Relation relation={relation} />}
      {weighted !== null && <Weighted weighted={weighted} open={open} />}
    </div>
  );
}

function Name({ column, open }: { readonly column: string; readonly open: Open }) {
  return (
    <button type="button" className={styles.name} onClick={() => open(column)}>
      <MiddleText text={column} />
    </button>
  );
}

function Role({ role, report, open }: { readonly role: RoleDrift; readonly report: DriftReport; readonly open: Open }) {
  const theme = useChartTheme();
  const column = report.dataDrift.columns.find((each) => each.column === role.column);
  const chart = useMemo(() => (column === undefined ? null : columnChart(column, theme)), [column, theme]);
  const { tone, word } = roleVerdict(role);
  return (
    <section aria-label={`The ${role.role}`}>
      <div className={styles.head}>
        <span className={shared.quiet}>{role.role}</span>
        <Name column={role.column} open={open} />
        <ToneMark tone={tone} word={word} />
      </div>
      {chart !== null && (
        <Chart
          option={chart.option}
          height={chart.height}
          alternative={`Distributions of ${role.column} in both data sets. ${role.sentence}`}
        />
      )}
      <p className={shared.note}>{role.sentence}</p>
    </section>
  );
}

function Relation({ relation }: { readonly relation: RoleRelation }) {
  return (
    <div className={shared.scroll}>
      <h2 className={shared.heading}>Prediction and target together</h2>
      <table className={shared.table} aria-label="Prediction and target together">
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>Number</VisuallyHidden>
            </th>
            <th scope="col" className={shared.reference}>
              Reference
            </th>
            <th scope="col" className={shared.current}>
              Current
            </th>
          </tr>
        </thead>
        <tbody>
          {relationRows(relation).map(([name, reference, current]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{reference}</td>
              <td>{current}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Weighted({ weighted, open }: { readonly weighted: WeightedDrift; readonly open: Open }) {
  const largest = Math.max(...weighted.columns.map(({ importance }) => importance), Number.MIN_VALUE);
  return (
    <div className={shared.scroll}>
      <h2 className={shared.heading}>Drift by importance</h2>
      <p className={shared.note}>{describeSource(weighted)} The shift is how far a column moved, from 0 to 1, whatever its method.</p>
      <table className={shared.table} aria-label="Drift by importance">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col" colSpan={2}>
              Importance
            </th>
            <th scope="col">Shift</th>
            <th scope="col">Verdict</th>
          </tr>
        </thead>
        <tbody>
          {weighted.columns.slice(0, shownColumns).map((each) => {
            const { tone, word } = importanceVerdict(each);
            return (
              <tr key={each.column}>
                <th scope="row">
                  <Name column={each.column} open={open} />
                </th>
                <td>{formatShare(each.importance)}</td>
                <td>
                  <Figure svg={shareBar(each.importance / largest, 'current')} side="current" />
                </td>
                <td>{each.shift === null ? '–' : formatNumber(each.shift, 3)}</td>
                <td>
                  <ToneMark tone={tone} word={word} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {weighted.columns.length > shownColumns && (
        <p className={shared.note}>{weighted.columns.length - shownColumns} more; the table of columns sorts by importance.</p>
      )}
    </div>
  );
}
