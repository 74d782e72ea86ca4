import { registry } from '#shared/lib/registry.ts';
import { allUnique } from './checks/allUnique.ts';
import { classMetric } from './checks/classMetric.ts';
import { columnDrift } from './checks/columnDrift.ts';
import { columnMissingCount } from './checks/columnMissingCount.ts';
import { columnMissingShare } from './checks/columnMissingShare.ts';
import { columnTypes } from './checks/columnTypes.ts';
import { columnsWithMissingValues } from './checks/columnsWithMissingValues.ts';
import { constantColumns } from './checks/constantColumns.ts';
import { driftedColumnsCount } from './checks/driftedColumnsCount.ts';
import { driftedColumnsShare } from './checks/driftedColumnsShare.ts';
import { emptyColumns } from './checks/emptyColumns.ts';
import { estimatedMetric } from './checks/estimatedMetric.ts';
import { infiniteShare } from './checks/infiniteShare.ts';
import { maxValue } from './checks/maxValue.ts';
import { meanInSigmas } from './checks/meanInSigmas.ts';
import { meanValue } from './checks/meanValue.ts';
import { medianValue } from './checks/medianValue.ts';
import { metricValue } from './checks/metricValue.ts';
import { minValue } from './checks/minValue.ts';
import { missingValuesCount } from './checks/missingValuesCount.ts';
import { missingValuesShare } from './checks/missingValuesShare.ts';
import { mostCommonShare } from './checks/mostCommonShare.ts';
import { newCategories } from './checks/newCategories.ts';
import { notConstant } from './checks/notConstant.ts';
import { numberOfColumns } from './checks/numberOfColumns.ts';
import { numberOfRows } from './checks/numberOfRows.ts';
import { outOfListCount } from './checks/outOfListCount.ts';
import { outOfListShare } from './checks/outOfListShare.ts';
import { outOfRangeCount } from './checks/outOfRangeCount.ts';
import { outOfRangeShare } from './checks/outOfRangeShare.ts';
import { quantileValue } from './checks/quantileValue.ts';
import { segmentMetric } from './checks/segmentMetric.ts';
import { standardDeviation } from './checks/standardDeviation.ts';
import { topMetric } from './checks/topMetric.ts';
import { uniqueValuesCount } from './checks/uniqueValuesCount.ts';
import { uniqueValuesShare } from './checks/uniqueValuesShare.ts';
import type { Check } from './defineCheck.ts';

/** Every check, in the order in which suites and lists show them. */
export const checks = registry<Check>([
  numberOfRows,
  numberOfColumns,
  columnTypes,
  missingValuesCount,
  missingValuesShare,
  columnsWithMissingValues,
  emptyColumns,
  constantColumns,
  columnMissingShare,
  columnMissingCount,
  infiniteShare,
  notConstant,
  allUnique,
  uniqueValuesCount,
  uniqueValuesShare,
  mostCommonShare,
  minValue,
  maxValue,
  meanValue,
  medianValue,
  standardDeviation,
  quantileValue,
  meanInSigmas,
  outOfRangeShare,
  outOfRangeCount,
  outOfListShare,
  outOfListCount,
  newCategories,
  columnDrift,
  driftedColumnsShare,
  driftedColumnsCount,
  metricValue,
  classMetric,
  topMetric,
  estimatedMetric,
  segmentMetric,
]);
