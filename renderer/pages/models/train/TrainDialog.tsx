import { Modal } from '@mantine/core';
import { changeQuery, useRoute } from '../../../state/route.ts';
import { forgetTraining, useTraining } from '../../../state/training.ts';
import { TrainForm } from './TrainForm.tsx';
import { TrainOutcome } from './TrainOutcome.tsx';
import { useTrainForm } from './useTrainForm.ts';

/** Trains a baseline: what is asked, how far it is, what it gave. */
export function TrainDialog() {
  const { query } = useRoute();
  const training = useTraining();
  const form = useTrainForm();
  return (
    <Modal opened={query['train'] === 'yes'} onClose={() => changeQuery({ train: '' })} title="Train a baseline" size={680}>
      {training === null ? <TrainForm form={form} /> : <TrainOutcome training={training} again={forgetTraining} />}
    </Modal>
  );
}
