import { useState } from 'react';
import type { GateOutcome } from '#shared/domain/gate.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { asAppError } from '../../../client/useCall.ts';
import { useFollowing, type Following } from '../../../state/following.ts';
import { askGate, promote } from '../../../state/promote.ts';
import { onScreen } from '../mapping.ts';

/** What came of it: only asked, promoted, refused, or promoted although it failed. */
export interface SignedOff {
  /** What was asked; another question has another answer. */
  readonly asked: string;
  readonly outcome: GateOutcome;
  readonly became: 'asked' | 'promoted' | 'refused' | 'overridden';
}

type Asked = Parameters<typeof askGate>[0];

interface SignOff extends Pick<Following, 'progress' | 'cancel'> {
  readonly result: SignedOff | null;
  readonly error: AppError | null;
  readonly dismiss: () => void;
  readonly ask: () => void;
  readonly decide: (override: string | null) => void;
}

/** Asks a gate or promotes through it, and holds what came of it for as long as the question is the same. */
export function useSignOff(asked: Asked): SignOff {
  const { progress, cancel, follow } = useFollowing();
  const [result, setResult] = useState<SignedOff | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const key = JSON.stringify(asked);
  const attempt = async (work: Parameters<typeof follow<SignedOff>>[0]): Promise<void> => {
    setError(null);
    try {
      setResult(await follow(work));
    } catch (failure) {
      const { code, message, subject } = asAppError(failure);
      setError(new AppError(code, onScreen(message), { subject }));
    }
  };
  return {
    progress,
    cancel,
    error,
    result: result?.asked === key ? result : null,
    dismiss: () => setError(null),
    ask: () => void attempt(async (follower) => ({ asked: key, outcome: await askGate(asked, follower), became: 'asked' })),
    decide: (override) =>
      void attempt(async (follower) => {
        const { outcome, promoted, overridden } = await promote(asked, override, follower);
        return { asked: key, outcome, became: overridden ? 'overridden' : promoted ? 'promoted' : 'refused' };
      }),
  };
}
