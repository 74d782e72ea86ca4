import { Document, isMap } from 'yaml';
import type { Bound, Condition, Suite, SuiteEntry } from '#shared/domain/suite.ts';
import type { DriftReport } from '#shared/domain/report.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { meets, writeValue } from './conditions.ts';
import { automaticCondition } from './evaluateCheck.ts';
import { answerSuite, type Answered, type CountedRows } from './runSuite.ts';
import { writeCondition } from './suiteFile.ts';

const explanation = ` A suite of checks: \`driftglass test CURRENT --reference REFERENCE --suite THIS\`.
 Every condition is written out; change what should be otherwise, and leave out what should not be asked.
 Without a condition, one is derived from the reference of each run. isCritical: false makes a failure a warning.`;

function entryOf({ result }: Answered): SuiteEntry {
  const { check, column, params, condition, isCritical } = result;
  return {
    check,
    ...(column !== null && { column }),
    ...(Object.keys(params).length > 0 && { params: { ...params } }),
    ...(condition !== null && { condition }),
    ...(!isCritical && { isCritical }),
  };
}

/** A suite with every condition written out, as YAML; beside each what the reference has. */
export function freezeSuite(suite: Suite, report: DriftReport, rows?: CountedRows): string {
  const answered = answerSuite(suite, report, rows).filter(({ result }) => result.condition !== null);
  const document = new Document({ name: suite.name ?? 'Checks', checks: answered.map(entryOf) });
  document.commentBefore = explanation;
  answered.forEach(({ result }, i) => {
    const node = document.getIn(['checks', i], true);
    if (!isMap(node)) return;
    for (const key of ['condition', 'params']) {
      const part = node.get(key, true);
      if (isMap(part)) part.flow = true;
    }
    if (result.referenceValue !== null && result.origin === 'reference') {
      node.commentBefore = ` ${result.label}: the reference has ${writeValue(result.referenceValue, result.form)}`;
    }
  });
  return document.toString({ lineWidth: 0 });
}

const least = (bound: Bound | undefined): boolean => bound !== undefined;

/** A condition that a value meets: the automatic one if the value were the reference’s, else one on the same side. */
function conditionFor(value: number, automatic: Condition | null): Condition {
  if (automatic !== null && meets(value, automatic)) return automatic;
  if (least(automatic?.gte) || least(automatic?.gt)) return { gte: { value, relative: 0.1 } };
  if (least(automatic?.lte) || least(automatic?.lt)) return { lte: { value, relative: 0.1 } };
  return { eq: { value, relative: 0.1 } };
}

interface Accepting {
  readonly suite: Suite;
  readonly report: DriftReport;
  readonly rows?: CountedRows;
  /** Of the result that is to become the new normal. */
  readonly id: string;
}

/** The suite file with what one check found as its new normal. */
export function acceptResult(content: string, { suite, report, rows, id }: Accepting): string {
  const found = answerSuite(suite, report, rows).find(({ result }) => result.id === id);
  if (found === undefined) throw new AppError('E_INPUT_INVALID', `The suite gives no result ${JSON.stringify(id)}.`);
  const { planned, result } = found;
  if (result.value === null) throw new AppError('E_INPUT_INVALID', 'This check found no value that could become the new normal.');
  const condition = conditionFor(result.value, automaticCondition(planned, report, result.value));
  return writeCondition(content, { check: result.check, column: result.column, params: result.params, condition });
}
