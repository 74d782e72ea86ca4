import type { ReactNode } from 'react';
import type { ModelCard } from '#shared/domain/modelCard.ts';
import { formatCount, formatNumber } from '#shared/text/formatNumber.ts';
import { metricName } from '#shared/text/metricNames.ts';
import styles from './Registry.module.css';

type CardData = NonNullable<ModelCard['trainingData']>;

/** A model card, to be read. */
export function CardBody({ card }: { readonly card: ModelCard }) {
  return (
    <div className={styles.card}>
      {card.purpose !== undefined && <p className={styles.purpose}>{card.purpose}</p>}
      <Facts
        facts={[
          ['Owner', card.owner],
          ['Predicts', card.target],
          ['Trained on', dataWords(card.trainingData)],
          ['Reference', dataWords(card.referenceData)],
        ]}
      />
      {card.features !== undefined && <Features features={card.features} />}
      {card.metrics !== undefined && <Metrics metrics={card.metrics} />}
      {card.fairness !== undefined && <Fairness fairness={card.fairness} />}
      {card.limits !== undefined && (
        <Part title="Limits">
          <ul className={styles.bullets}>
            {card.limits.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </Part>
      )}
      {card.training !== undefined && (
        <Part title="How it was trained">
          <Facts facts={Object.entries(card.training).map(([term, value]) => [term, String(value)])} />
        </Part>
      )}
      {card.notes !== undefined && (
        <Part title="Notes">
          <p className={styles.notes}>{card.notes}</p>
        </Part>
      )}
    </div>
  );
}

function dataWords(data: CardData | undefined): string | undefined {
  if (data === undefined) return undefined;
  const { description, path, rows, columns, from, until, sha256 } = data;
  const span = from === undefined && until === undefined ? null : `${from ?? '…'} to ${until ?? '…'}`;
  const words = [
    description,
    path,
    rows === undefined ? null : `${formatCount(rows)} rows`,
    columns === undefined ? null : `${formatCount(columns)} columns`,
    span,
    sha256 === undefined ? null : `SHA-256 ${sha256.slice(0, 12)}`,
  ];
  return words.filter((word) => word != null).join(' · ');
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      {children}
    </section>
  );
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, string | undefined])[] }) {
  const known = facts.filter(([, value]) => value !== undefined && value !== '');
  if (known.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {known.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Features({ features }: { readonly features: NonNullable<ModelCard['features']> }) {
  return (
    <Part title={`Features (${formatCount(features.length)})`}>
      <ul className={styles.features}>
        {features.map((feature) => {
          const { name, description, unit } =
            typeof feature === 'string' ? { name: feature, description: undefined, unit: undefined } : feature;
          const more = [description, unit].filter((word) => word !== undefined).join(', ');
          return (
            <li key={name}>
              {name}
              {more !== '' && <span className={styles.quiet}> {more}</span>}
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

function Metrics({ metrics }: { readonly metrics: NonNullable<ModelCard['metrics']> }) {
  return (
    <Part title="How well it does">
      <table className={styles.cardTable}>
        <thead>
          <tr>
            <th scope="col">Metric</th>
            <th scope="col" className={styles.right}>
              Value
            </th>
            <th scope="col">Interval</th>
            <th scope="col">On</th>
            <th scope="col">Segment</th>
          </tr>
        </thead>
        <tbody>
          {metrics.map(({ metric, value, on, segment, interval }) => (
            <tr key={`${metric} ${on ?? ''} ${segment ?? ''}`}>
              <th scope="row">{metricName(metric).short}</th>
              <td className={styles.right}>{formatNumber(value)}</td>
              <td>{interval === undefined ? '' : `${formatNumber(interval[0])} to ${formatNumber(interval[1])}`}</td>
              <td>{on}</td>
              <td>{segment}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

function Fairness({ fairness }: { readonly fairness: NonNullable<ModelCard['fairness']> }) {
  return (
    <Part title="Fairness">
      <ul className={styles.bullets}>
        {fairness.map(({ column, metric, value, note }) => (
          <li key={`${column} ${metric ?? ''}`}>
            {[column, metric === undefined ? null : metricName(metric).short, value === undefined ? null : formatNumber(value), note]
              .filter((word) => word != null)
              .join(' · ')}
          </li>
        ))}
      </ul>
    </Part>
  );
}
