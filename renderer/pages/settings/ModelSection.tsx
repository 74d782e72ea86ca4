import { NativeSelect } from '@mantine/core';
import type { ModelSetting } from '#shared/domain/scoredModel.ts';
import { chooseModel } from '../../state/model.ts';
import { CommittedText } from './CommittedText.tsx';
import { Field, Section } from './Section.tsx';
import type { SectionProps } from './sectionProps.ts';

const policies = [
  { value: 'refuse', label: 'Stops, and says where' },
  { value: 'nan', label: 'Goes in as NaN, or empty text' },
] as const;

/** The model that both sides are scored with, and what it is given for missing values. */
export function ModelSection({ settings, change }: SectionProps) {
  const { model } = settings;
  return (
    <Section title="Model">
      <Field
        label="ONNX file"
        explains="Both data sets are scored with it before they are compared. Empty: predictions come with the data."
      >
        {(id) => (
          <CommittedText
            id={id}
            mono
            value={model?.path ?? ''}
            placeholder="models/fare.onnx"
            commit={(path) => void chooseModel(path === '' ? null : path)}
          />
        )}
      </Field>
      {model !== null && <Missing model={model} change={(part) => change({ model: { ...model, ...part } })} />}
    </Section>
  );
}

interface MissingProps {
  readonly model: ModelSetting;
  readonly change: (part: Partial<ModelSetting>) => void;
}

function Missing({ model, change }: MissingProps) {
  const { '*': all, ...byColumn } = model.fill;
  return (
    <>
      <Field label="A missing value" explains="In a column that the model reads.">
        {(id) => (
          <NativeSelect
            id={id}
            maw={320}
            value={model.nulls}
            onChange={({ currentTarget }) => change({ nulls: currentTarget.value === 'nan' ? 'nan' : 'refuse' })}
            data={[...policies]}
          />
        )}
      </Field>
      <Field label="Filled with" explains="What every missing value is given as; empty fills none.">
        {(id) => (
          <CommittedText
            id={id}
            value={all === undefined ? '' : String(all)}
            placeholder="0"
            commit={(value) => change({ fill: value === '' ? byColumn : { ...byColumn, '*': value } })}
          />
        )}
      </Field>
    </>
  );
}
