import { Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { MappedInput, ModelInfo } from '#shared/domain/model.ts';
import type { ModelSetting } from '#shared/domain/scoredModel.ts';
import { describeMapping, describeValue } from '#shared/text/describeScoring.ts';
import { formatBytes } from '#shared/text/formatNumber.ts';
import { client } from '../../client/engine.ts';
import { useCall } from '../../client/useCall.ts';
import { changeModel } from '../../state/model.ts';
import { useWorkbench } from '../../state/workbench.ts';
import styles from './Home.module.css';

/** What the chosen model is, what it wants, and which columns would fill it; their order can be changed. */
export function ModelPanel({ model }: { readonly model: ModelSetting }) {
  const workspace = useWorkbench((state) => state.workspace);
  const source = workspace?.current ?? workspace?.reference ?? null;
  const roles = workspace?.settings.roles;
  const named = [roles?.target, roles?.prediction, roles?.id, roles?.datetime, roles?.weight].filter((column) => column != null);
  const notFeatures = [...named, ...(workspace?.settings.ignore ?? [])];
  const asked = { model: model.path, source, map: model.map, notFeatures };
  const { data, error, pending } = useCall(JSON.stringify(asked), (signal) => client.models.inspect(asked, { signal }));
  if (error !== null)
    return (
      <p className={styles.failed} role="alert">
        <strong>▲ {error.entry.title}.</strong> {error.message} <code>{error.code}</code>
      </p>
    );
  if (data === null) return <p className={styles.known}>{pending ? 'Reading…' : ''}</p>;
  const { info, refused, fit } = data;
  const problem = refused ?? fit?.problem ?? null;
  return (
    <>
      <Facts info={info} />
      {problem !== null && (
        <p className={styles.failed} role="alert">
          <strong>▲</strong> {problem}
        </p>
      )}
      {fit === null && refused === null && <p className={styles.known}>Choose data, and it is seen which columns fill it.</p>}
      {fit !== null && problem === null && (
        <p className={styles.known}>
          {describeMapping(fit.mapped).join('; ')}. It gives {fit.predictions.map(({ column }) => column).join(', ')}.
        </p>
      )}
      {refused === null && fit !== null && <Orders info={info} mapped={fit.mapped} model={model} />}
    </>
  );
}

function Facts({ info }: { readonly info: ModelInfo }) {
  const values = (list: ModelInfo['inputs']): string => list.map((value) => `${value.name} ${describeValue(value)}`).join(', ');
  const made = [info.producer, info.producerVersion].filter((word) => word !== '').join(' ');
  return (
    <p className={styles.known}>
      {formatBytes(info.bytes)} {made === '' ? '' : `by ${made} `}· takes {values(info.inputs)} · gives {values(info.outputs)}
    </p>
  );
}

interface OrdersProps {
  readonly info: ModelInfo;
  readonly mapped: readonly MappedInput[];
  readonly model: ModelSetting;
}

/** For each input of several columns the list of them, to be written anew in the order of training. */
function Orders({ info, mapped, model }: OrdersProps) {
  const wide = info.inputs.filter(({ shape }) => shape === null || (shape.length === 2 && shape[1] !== 1));
  return wide.map(({ name }) => (
    <Order
      key={name}
      input={name}
      columns={model.map[name] ?? mapped.find(({ input }) => input === name)?.columns ?? []}
      commit={(columns) => {
        const { [name]: _, ...others } = model.map;
        void changeModel({ map: columns.length === 0 ? others : { ...others, [name]: columns } });
      }}
    />
  ));
}

interface OrderProps {
  readonly input: string;
  readonly columns: readonly string[];
  readonly commit: (columns: string[]) => void;
}

function Order({ input, columns, commit }: OrderProps) {
  const saved = columns.join('\n');
  const [typed, setTyped] = useState(saved);
  useEffect(() => setTyped(saved), [saved]);
  const done = (): void => {
    const next = typed
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    if (next.join('\n') !== saved) commit(next);
  };
  return (
    <Textarea
      label={`Columns of ${input}, one a line, in the order of training`}
      value={typed}
      autosize
      minRows={2}
      maxRows={12}
      maw={360}
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mono)' } }}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={done}
    />
  );
}
