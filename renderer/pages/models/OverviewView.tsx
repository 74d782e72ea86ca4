import type { ReactNode } from 'react';
import type { ModelInfo, ModelValue } from '#shared/domain/model.ts';
import { formatBytes, formatCount } from '#shared/text/formatNumber.ts';
import { describeValue } from '#shared/text/describeScoring.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { MiddleText } from '../../components/MiddleText.tsx';
import styles from './Models.module.css';
import { opsetWords, type DetailProps } from './modelView.ts';

/** What the model's file says of itself. */
export function OverviewView({ found: { info, fit } }: DetailProps) {
  const filled = new Map((fit?.mapped ?? []).map(({ input, columns }) => [input, columns.join(', ')]));
  const given = (output: string): string =>
    (fit?.predictions ?? [])
      .filter((each) => each.output === output)
      .map(({ column }) => column)
      .join(', ');
  return (
    <div className={styles.overview}>
      <div className={styles.overviewMain}>
        <Values title="Inputs" values={info.inputs} of={(name) => filled.get(name) ?? ''} what="Filled from" />
        <Values title="Outputs" values={info.outputs} of={given} what="Gives" />
        {info.notes.length > 0 && (
          <Part title="Notes">
            {info.notes.map((note) => (
              <p key={note} className={styles.note}>
                {note}
              </p>
            ))}
          </Part>
        )}
        <Metadata metadata={info.metadata} />
      </div>
      <div className={styles.overviewSide}>
        <About info={info} />
        <Operators graph={info.graph} />
      </div>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      {children}
    </section>
  );
}

interface ValuesProps {
  readonly title: string;
  readonly values: readonly ModelValue[];
  readonly what: string;
  readonly of: (name: string) => string;
}

function Values({ title, values, what, of }: ValuesProps) {
  const known = values.some(({ name }) => of(name) !== '');
  return (
    <Part title={`${title}${values.length > 1 ? ` (${formatCount(values.length)})` : ''}`}>
      <div className={styles.scrolls} tabIndex={values.length > 10 ? 0 : undefined} role="group" aria-label={`${title}, table`}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Kind and shape</th>
              {known && <th scope="col">{what}</th>}
            </tr>
          </thead>
          <tbody>
            {values.map((value) => (
              <tr key={value.name}>
                <th scope="row">
                  <MiddleText text={value.name} />
                </th>
                <td className={styles.mono}>{describeValue(value)}</td>
                {known && <td className={styles.breaks}>{of(value.name)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Part>
  );
}

function About({ info }: { readonly info: ModelInfo }) {
  const maker = [info.producer, info.producerVersion].filter((word) => word !== '').join(' ');
  const lines: readonly (readonly [string, ReactNode])[] = [
    ['Made by', maker],
    ['Operator sets', opsetWords(info.opsets)],
    ['ONNX format', `version ${info.irVersion}`],
    ['Graph', info.graph.name],
    ['Domain', info.domain],
    ['Model version', info.modelVersion === '0' ? '' : info.modelVersion],
    ['Description', info.description],
    ['Classes', info.classes === null ? '' : info.classes.join(', ')],
    ['Size', formatBytes(info.bytes)],
    [
      'SHA-256',
      <span key="hash" className={styles.withCopy}>
        <MiddleText text={info.sha256} mono />
        <CopyButton text={info.sha256} what="the hash" />
      </span>,
    ],
    [
      'File',
      <span key="path" className={styles.withCopy}>
        <MiddleText text={info.path} mono />
        <CopyButton text={info.path} what="the path" />
      </span>,
    ],
  ];
  return (
    <Part title="About">
      <dl className={styles.about}>
        {lines
          .filter(([, value]) => value !== '')
          .map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </Part>
  );
}

function Operators({ graph }: Pick<ModelInfo, 'graph'>) {
  const nodes = `${formatCount(graph.numberOfNodes)} ${graph.numberOfNodes === 1 ? 'step' : 'steps'}`;
  const parameters = graph.numberOfParameters === 0 ? '' : `, ${formatCount(graph.numberOfParameters)} stored numbers`;
  return (
    <Part title="What it computes">
      <p className={styles.quiet}>{`${nodes}${parameters}`}</p>
      <ul className={styles.operators}>
        {graph.operators.map(({ operator, count }) => (
          <li key={operator}>
            {operator}
            {count > 1 && <span className={styles.quiet}> × {formatCount(count)}</span>}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Metadata({ metadata }: Pick<ModelInfo, 'metadata'>) {
  const entries = Object.entries(metadata);
  if (entries.length === 0) return null;
  return (
    <Part title="What the file says beside its graph">
      <dl className={styles.metadata}>
        {entries.map(([key, value]) => (
          <div key={key}>
            <dt>
              <MiddleText text={key} mono />
            </dt>
            <dd>
              <pre tabIndex={value.length > 400 ? 0 : undefined}>{value}</pre>
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}
