import type { Client } from '#shared/contract/index.ts';
import type { DataSource } from '#shared/domain/dataset.ts';
import type { CellValue } from '#shared/domain/explanation.ts';

type RowRequest = Parameters<Client['explanations']['row']>[0];

/** What every explanation is asked with. */
export type ExplainRequest = Pick<RowRequest, 'source' | 'model' | 'settings' | 'derive' | 'where' | 'notFeatures' | 'target'>;

export interface PartProps {
  readonly request: ExplainRequest;
  readonly reference: DataSource | null;
  readonly current: DataSource | null;
}

/** A value as typed in place of another: nothing typed is missing, numbers stay numbers. */
export function typedValue(text: string, before: CellValue): CellValue {
  if (text.trim() === '') return null;
  const number = Number(text);
  return typeof before === 'string' || Number.isNaN(number) ? text : number;
}
