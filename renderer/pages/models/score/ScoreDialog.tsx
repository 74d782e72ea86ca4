import { Modal } from '@mantine/core';
import { changeQuery } from '../../../state/route.ts';
import { forgetScoring, useScoring } from '../../../state/scoring.ts';
import type { Inspected, ModelSubject } from '../modelView.ts';
import { ScoreForm } from './ScoreForm.tsx';
import { ScoreOutcome } from './ScoreOutcome.tsx';

interface Props {
  readonly opened: boolean;
  readonly title: string;
  readonly subject: ModelSubject;
  readonly found: Inspected;
}

/** Scores data with the model on view: what is asked, how far it is, what it gave. */
export function ScoreDialog({ opened, title, subject, found }: Props) {
  const scoring = useScoring();
  const mine = scoring !== null && scoring.request.model === subject.model ? scoring : null;
  return (
    <Modal opened={opened} onClose={() => changeQuery({ score: '' })} title={`Score data with ${title}`} size={640}>
      {mine === null ? (
        <ScoreForm title={title} subject={subject} found={found} busy={scoring !== null && scoring.cancel !== null} />
      ) : (
        <ScoreOutcome scoring={mine} again={forgetScoring} />
      )}
    </Modal>
  );
}
