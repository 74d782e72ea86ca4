import type { CheckParams } from '#shared/domain/suite.ts';

/** A number among the params of a check; its schema has seen to the type. */
export function numberParam(params: CheckParams, name: string, usual: number): number {
  const value = params[name];
  return typeof value === 'number' ? value : usual;
}

export function textParam(params: CheckParams, name: string): string {
  const value = params[name];
  return typeof value === 'string' ? value : '';
}

export function listParam(params: CheckParams, name: string): readonly (number | string)[] {
  const value = params[name];
  return Array.isArray(value) ? value : [];
}
