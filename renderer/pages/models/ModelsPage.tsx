import { Button } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import type { OpenedModel } from '#shared/domain/model.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { HiddenTitle } from '../../components/HiddenTitle.tsx';
import { isVersionName, pickModel, rememberModel } from '../../state/openModel.ts';
import { useRegisteredModels, type RegisteredList } from '../../state/registry.ts';
import { changeQuery, navigate, useRoute } from '../../state/route.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { FileView } from './FileView.tsx';
import { ModelList } from './ModelList.tsx';
import styles from './Models.module.css';
import { PathField } from './PathField.tsx';
import { RegisteredView } from './registry/RegisteredView.tsx';
import { TrainDialog } from './train/TrainDialog.tsx';

/** The models: a list, and all that can be known of the one that is chosen. */
export function ModelsPage() {
  const { page, id, query } = useRoute();
  const remembered = useWorkbench((state) => state.workspace?.openedModels ?? null);
  const registered = useRegisteredModels();
  const file = id === null ? (query['file'] ?? null) : null;
  const files = useMemo(() => remembered?.filter(({ path }) => !isVersionName(path)) ?? null, [remembered]);
  const isRead = files !== null && (registered.data !== null || registered.error !== null);
  const first = isRead ? firstShown(registered.data ?? [], files) : null;
  useEffect(() => {
    if (page === 'models' && id === null && file === null && first !== null)
      navigate({ page, id: first.id, query: { ...query, ...first.query } }, { replace: true });
  }, [page, id, file, first, query]);
  useEffect(() => {
    if (isRead && file !== null) void rememberModel(file);
  }, [isRead, file]);
  if (!isRead) return <HiddenTitle text="Models" />;
  const trouble =
    registered.error === null ? null : <ErrorNotice error={registered.error} doing="Reading the registry" retry={registered.retry} />;
  const list = registered.data ?? [];
  if (list.length === 0 && files.length === 0 && id === null && file === null) {
    return (
      <>
        {trouble}
        <NoModels />
        <TrainDialog />
      </>
    );
  }
  return (
    <>
      {trouble}
      <div className={styles.page}>
        <ModelList registered={list} opened={files} name={id} file={file} />
        {id !== null && <RegisteredView key={id} name={id} />}
        {file !== null && <FileView key={file} path={file} />}
        {id === null && file === null && <HiddenTitle text="Models" />}
      </div>
      <TrainDialog />
    </>
  );
}

/** What is shown when the address names no model. */
function firstShown(
  registered: RegisteredList,
  files: readonly OpenedModel[],
): { id: string | null; query: Record<string, string> } | null {
  const [model] = registered;
  if (model !== undefined) return { id: model.name, query: {} };
  const [file] = files;
  return file === undefined ? null : { id: null, query: { file: file.path } };
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
        <Button variant="default" onClick={() => changeQuery({ train: 'yes' })}>
          Train a baseline…
        </Button>
        <PathField />
      </EmptyState>
    </>
  );
}
