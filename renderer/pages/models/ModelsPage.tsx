import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { EmptyState } from '../../components/EmptyState.tsx';
import { HiddenTitle } from '../../components/HiddenTitle.tsx';
import { pickModel, rememberModel } from '../../state/openModel.ts';
import { navigate, useRoute } from '../../state/route.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { FileView } from './FileView.tsx';
import { ModelList } from './ModelList.tsx';
import styles from './Models.module.css';
import { PathField } from './PathField.tsx';

/** The models: a list, and all that can be known of the one that is chosen. */
export function ModelsPage() {
  const { page, query } = useRoute();
  const opened = useWorkbench((state) => state.workspace?.openedModels ?? null);
  const file = query['file'] ?? null;
  const first = opened?.[0]?.path ?? null;
  useEffect(() => {
    if (page === 'models' && file === null && first !== null) navigate({ page, query: { ...query, file: first } }, { replace: true });
  }, [page, file, first, query]);
  const known = opened !== null;
  useEffect(() => {
    if (known && file !== null) void rememberModel(file);
  }, [known, file]);
  if (opened === null) return <HiddenTitle text="Models" />;
  if (opened.length === 0 && file === null) return <NoModels />;
  return (
    <div className={styles.page}>
      <ModelList opened={opened} file={file} />
      {file === null ? <HiddenTitle text="Models" /> : <FileView key={file} path={file} />}
    </div>
  );
}

function NoModels() {
  return (
    <>
      <HiddenTitle text="Models" />
      <EmptyState
        title="No model yet"
        text="Drop an ONNX file anywhere in the window, or choose one: what it takes and gives is shown, and data can be scored with it. Nothing leaves this machine."
      >
        <Button onClick={() => void pickModel()}>Choose a model…</Button>
        <PathField />
      </EmptyState>
    </>
  );
}
