import { registry } from '#shared/lib/registry.ts';
import { accuracy } from './classification/accuracy.ts';
import { averagePrecision } from './classification/averagePrecision.ts';
import { balancedAccuracy } from './classification/balancedAccuracy.ts';
import { brier } from './classification/brier.ts';
import { ece } from './classification/ece.ts';
import { f1 } from './classification/f1.ts';
import { logLoss } from './classification/logLoss.ts';
import { mcc } from './classification/mcc.ts';
import { precision } from './classification/precision.ts';
import { recall } from './classification/recall.ts';
import { rocAuc } from './classification/rocAuc.ts';
import { rocAucWeighted } from './classification/rocAucWeighted.ts';
import { specificity } from './classification/specificity.ts';
import type { ClassificationMetric, RegressionMetric } from './defineMetric.ts';
import { errorStandardDeviation } from './regression/errorStandardDeviation.ts';
import { mae } from './regression/mae.ts';
import { mape } from './regression/mape.ts';
import { maxError } from './regression/maxError.ts';
import { meanError } from './regression/meanError.ts';
import { r2 } from './regression/r2.ts';
import { rmse } from './regression/rmse.ts';

/** Metrics of predicted numbers, in the order in which they are shown. */
export const regressionMetrics = registry<RegressionMetric>([mae, rmse, mape, r2, meanError, errorStandardDeviation, maxError]);

/** Metrics of predicted classes, in the order in which they are shown. */
export const classificationMetrics = registry<ClassificationMetric>([
  accuracy,
  balancedAccuracy,
  precision,
  recall,
  f1,
  specificity,
  mcc,
  rocAuc,
  rocAucWeighted,
  averagePrecision,
  logLoss,
  brier,
  ece,
]);
