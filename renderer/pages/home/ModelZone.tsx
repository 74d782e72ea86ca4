import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { MiddleText } from '../../components/MiddleText.tsx';
import { chooseModel, pickModel, takeModelFiles } from '../../state/model.ts';
import { baseName } from '../../state/sides.ts';
import { useWorkbench } from '../../state/workbench.ts';
import styles from './Home.module.css';
import { ModelPanel } from './ModelPanel.tsx';

/** The place of the model that makes the predictions, where they do not come with the data. */
export function ModelZone() {
  const [over, setOver] = useState(false);
  const model = useWorkbench((state) => state.workspace?.settings.model ?? null);
  return (
    <section
      className={styles.zone}
      data-over={over}
      aria-label="Model"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void takeModelFiles([...event.dataTransfer.files]);
      }}
    >
      <h2 className={styles.zoneTitle}>Model</h2>
      {model === null ? (
        <p className={styles.purpose}>
          Not needed where the data hold predictions. Drop an ONNX file here, and both data sets are scored with it first.
        </p>
      ) : (
        <div className={styles.chosen}>
          <p className={styles.chosenName}>
            <strong>
              <MiddleText text={baseName(model.path)} />
            </strong>
            <Tooltip label="Take it away">
              <ActionIcon size={24} variant="subtle" color="gray" aria-label="Take away the model" onClick={() => void chooseModel(null)}>
                <IconX size={14} />
              </ActionIcon>
            </Tooltip>
          </p>
          <p className={styles.path}>
            <MiddleText text={model.path} mono />
          </p>
          <ModelPanel model={model} />
        </div>
      )}
      <div className={styles.zoneActions}>
        <Button variant="default" onClick={() => void pickModel()}>
          {model === null ? 'Choose a model…' : 'Another model…'}
        </Button>
        <PathField />
      </div>
    </section>
  );
}

function PathField() {
  const [path, setPath] = useState('');
  const take = (event: React.FormEvent): void => {
    event.preventDefault();
    if (path.trim() === '') return;
    void chooseModel(path.trim());
    setPath('');
  };
  return (
    <form className={styles.pathForm} onSubmit={take}>
      <TextInput
        aria-label="Path of the model"
        placeholder="or type a path (models/fare.onnx)"
        value={path}
        onChange={(event) => setPath(event.currentTarget.value)}
        spellCheck={false}
      />
    </form>
  );
}
