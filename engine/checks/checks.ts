import { registry } from '#shared/lib/registry.ts';
import { allUnique } from './checks/allUnique.ts';
import { almostConstantColumns } from './checks/almostConstantColumns.ts';
import { changedCorrelations } from './checks/changedCorrelations.ts';
import { classMetric } from './checks/classMetric.ts';
import { columnDrift } from './checks/columnDrift.ts';
import { columnKindsOfMissing } from './checks/columnKindsOfMissing.ts';
import { columnMissingCount } from './checks/columnMissingCount.ts';
import { columnMissingShare } from './checks/columnMissingShare.ts';
import { columnsWithMissingValues } from './checks/columnsWithMissingValues.ts';
import { columnTypes } from './checks/columnTypes.ts';
import { conflictingTargetsCount } from './checks/conflictingTargetsCount.ts';
import { conflictingTargetsShare } from './checks/conflictingTargetsShare.ts';
import { constantColumns } from './checks/constantColumns.ts';
import { driftedColumnsCount } from './checks/driftedColumnsCount.ts';
import { driftedColumnsShare } from './checks/driftedColumnsShare.ts';
import { duplicatedColumns } from './checks/duplicatedColumns.ts';
import { duplicatedRowsCount } from './checks/duplicatedRowsCount.ts';
import { duplicatedRowsShare } from './checks/duplicatedRowsShare.ts';
import { emptyColumns } from './checks/emptyColumns.ts';
import { fairnessMetric } from './checks/fairnessMetric.ts';
import { emptyRows } from './checks/emptyRows.ts';
import { equalToColumn } from './checks/equalToColumn.ts';
import { greaterThanColumn } from './checks/greaterThanColumn.ts';
import { featurePredictivePower } from './checks/featurePredictivePower.ts';
import { highlyCorrelatedColumns } from './checks/highlyCorrelatedColumns.ts';
import { estimatedMetric } from './checks/estimatedMetric.ts';
import { infiniteShare } from './checks/infiniteShare.ts';
import { kindsOfMissing } from './checks/kindsOfMissing.ts';
import { matchesPattern } from './checks/matchesPattern.ts';
import { maxValue } from './checks/maxValue.ts';
import { meanInSigmas } from './checks/meanInSigmas.ts';
import { meanValue } from './checks/meanValue.ts';
import { medianValue } from './checks/medianValue.ts';
import { metricValue } from './checks/metricValue.ts';
import { minValue } from './checks/minValue.ts';
import { missingValuesCount } from './checks/missingValuesCount.ts';
import { missingValuesShare } from './checks/missingValuesShare.ts';
import { mostCommonShare } from './checks/mostCommonShare.ts';
import { multivariateDriftClassifier } from './checks/multivariateDriftClassifier.ts';
import { multivariateDriftPca } from './checks/multivariateDriftPca.ts';
import { newCategories } from './checks/newCategories.ts';
import { notConstant } from './checks/notConstant.ts';
import { numberOfColumns } from './checks/numberOfColumns.ts';
import { numberOfRows } from './checks/numberOfRows.ts';
import { outlierShare } from './checks/outlierShare.ts';
import { outOfListCount } from './checks/outOfListCount.ts';
import { outOfListShare } from './checks/outOfListShare.ts';
import { outOfRangeCount } from './checks/outOfRangeCount.ts';
import { outOfRangeShare } from './checks/outOfRangeShare.ts';
import { predictionDrift } from './checks/predictionDrift.ts';
import { predictionFeatureCorrelation } from './checks/predictionFeatureCorrelation.ts';
import { predictivePowerChange } from './checks/predictivePowerChange.ts';
import { quantileValue } from './checks/quantileValue.ts';
import { rankingMetric } from './checks/rankingMetric.ts';
import { segmentMetric } from './checks/segmentMetric.ts';
import { standardDeviation } from './checks/standardDeviation.ts';
import { targetDrift } from './checks/targetDrift.ts';
import { textDrift } from './checks/textDrift.ts';
import { topMetric } from './checks/topMetric.ts';
import { uniqueValuesCount } from './checks/uniqueValuesCount.ts';
import { uniqueValuesShare } from './checks/uniqueValuesShare.ts';
import { weightedDriftScore } from './checks/weightedDriftScore.ts';
import { rowsMeetCondition } from './checks/rowsMeetCondition.ts';
import { rowsWithMissingCount } from './checks/rowsWithMissingCount.ts';
import { rowsWithMissingShare } from './checks/rowsWithMissingShare.ts';
import { sumValue } from './checks/sumValue.ts';
import { uniqueTogether } from './checks/uniqueTogether.ts';
import { valueInList, valueNotInList } from './checks/valueInList.ts';
import { valueInRange } from './checks/valueInRange.ts';
import { valueLength } from './checks/valueLength.ts';
import { targetFeatureCorrelation } from './checks/targetFeatureCorrelation.ts';
import { targetPredictionCorrelation } from './checks/targetPredictionCorrelation.ts';
import { weakSegmentDrift } from './checks/weakSegmentDrift.ts';
import { weakSegmentError } from './checks/weakSegmentError.ts';
import type { Check } from './defineCheck.ts';

/** Every check, in the order in which suites and lists show them. */
export const checks = registry<Check>([
  numberOfRows,
  numberOfColumns,
  columnTypes,
  missingValuesCount,
  missingValuesShare,
  columnsWithMissingValues,
  rowsWithMissingCount,
  rowsWithMissingShare,
  kindsOfMissing,
  emptyRows,
  emptyColumns,
  constantColumns,
  almostConstantColumns,
  duplicatedColumns,
  duplicatedRowsCount,
  duplicatedRowsShare,
  conflictingTargetsCount,
  conflictingTargetsShare,
  uniqueTogether,
  rowsMeetCondition,
  columnMissingShare,
  columnMissingCount,
  columnKindsOfMissing,
  infiniteShare,
  notConstant,
  allUnique,
  uniqueValuesCount,
  uniqueValuesShare,
  mostCommonShare,
  matchesPattern,
  valueLength,
  greaterThanColumn,
  equalToColumn,
  minValue,
  maxValue,
  meanValue,
  medianValue,
  standardDeviation,
  quantileValue,
  meanInSigmas,
  sumValue,
  outOfRangeShare,
  outOfRangeCount,
  valueInRange,
  outlierShare,
  outOfListShare,
  outOfListCount,
  newCategories,
  valueInList,
  valueNotInList,
  columnDrift,
  driftedColumnsShare,
  driftedColumnsCount,
  predictionDrift,
  targetDrift,
  textDrift,
  weightedDriftScore,
  rankingMetric,
  fairnessMetric,
  highlyCorrelatedColumns,
  targetFeatureCorrelation,
  predictionFeatureCorrelation,
  targetPredictionCorrelation,
  changedCorrelations,
  featurePredictivePower,
  predictivePowerChange,
  weakSegmentError,
  weakSegmentDrift,
  multivariateDriftPca,
  multivariateDriftClassifier,
  metricValue,
  classMetric,
  topMetric,
  estimatedMetric,
  segmentMetric,
]);
