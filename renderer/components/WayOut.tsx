import { Button } from '@mantine/core';
import type { AppError } from '#shared/errors/AppError.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import { pickFor } from '../state/pickData.ts';
import { navigate } from '../state/route.ts';
import { bothSides } from '../state/sides.ts';
import { useWorkbench } from '../state/workbench.ts';

const bySettings: ReadonlySet<ErrorCode> = new Set([
  'E_INPUT_INVALID',
  'E_METHOD_UNKNOWN',
  'E_METHOD_NOT_APPLICABLE',
  'E_COLUMN_UNKNOWN',
  'E_CONDITION_INVALID',
  'E_NO_COLUMNS',
]);

/** The button that leads to where a failure can be mended, where there is such a place. */
export function WayOut({ error }: { readonly error: AppError }) {
  const workspace = useWorkbench((state) => state.workspace);
  const { path } = error.subject;
  const side = bothSides.find((each) => path !== undefined && workspace?.[each]?.path === path);
  if (side !== undefined) {
    return (
      <Button variant="default" onClick={() => void pickFor(side, false)}>
        Choose another {side} file…
      </Button>
    );
  }
  if (!bySettings.has(error.code)) return null;
  return (
    <Button variant="default" onClick={() => navigate({ page: 'settings' })}>
      Open the settings
    </Button>
  );
}
