import { Modal } from '@mantine/core';
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
  const opened = query['promote'] === 'yes';
  return (
    <Modal
      opened={opened}
      onClose={() => changeQuery({ promote: '' })}
      title={`Promote version ${version.version} of ${detail.name}`}
      size={1040}
    >
      {opened && <PromoteForm detail={detail} version={version} />}
    </Modal>
  );
}
