import type { Side } from '#shared/domain/dataset.ts';

export const sideNames: readonly Side[] = ['reference', 'current'];
export const sideHeads: Readonly<Record<Side, string>> = { reference: 'Reference', current: 'Current' };
