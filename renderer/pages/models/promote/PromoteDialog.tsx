import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { ModelVersion } from '#shared/domain/registry.ts';
import type { RegisteredDetail } from '../../../state/registry.ts';
import { changeQuery, useRoute } from '../../../state/route.ts';
import { PromoteForm } from './PromoteForm.tsx';

interface Props {
  readonly detail: RegisteredDetail;
  readonly version: ModelVersion;
}

/** Asks the sign-off gate of a version and, where it passes, points the alias to it. */
export function PromoteDialog({ detail, version }: Props) {
  const { query } = useRoute();
  const [chosen, setChosen] = useState(version.version);
  const candidate = detail.versions.find((each) => each.version === chosen) ?? version;
  const opened = query['promote'] === 'yes';
  return (
    <Modal
      opened={opened}
      onClose={() => changeQuery({ promote: '' })}
      title={`Promote version ${candidate.version} of ${detail.name}`}
      size={1040}
    >
      {opened && <PromoteForm detail={detail} version={candidate} choose={setChosen} />}
    </Modal>
  );
}
