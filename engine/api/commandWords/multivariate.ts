import type { MultivariateSettings } from '#shared/domain/multivariateDrift.ts';

export function multivariateWords(chosen: MultivariateSettings, usual: MultivariateSettings): string[] {
  const { pieces, keptVariance, heldOut, classifierRows, classifierThreshold } = chosen;
  return [
    ...(pieces === usual.pieces ? [] : ['--pieces', String(pieces)]),
    ...(keptVariance === usual.keptVariance ? [] : ['--kept-variance', String(keptVariance)]),
    ...(heldOut === usual.heldOut ? [] : ['--in-sample']),
    ...(classifierRows === usual.classifierRows ? [] : ['--classifier-rows', String(classifierRows)]),
    ...(classifierThreshold === usual.classifierThreshold ? [] : ['--classifier-threshold', String(classifierThreshold ?? 'reference')]),
  ];
}
