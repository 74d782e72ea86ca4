import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromBinary, toBinary } from '@bufbuild/protobuf';
import { afterAll, expect, test } from 'vitest';
import { gate } from '#shared/domain/gate.ts';
import type { RobustnessReport } from '#shared/domain/robustness.ts';
import { writeExplainedFiles } from '../../fixtures/oracles/explainedFiles.ts';
import { unattended } from '../jobs/pacer.ts';
import { ModelProtoSchema } from '../models/onnx/onnx_pb.ts';
import { measureRobustness } from '../models/robustness/measureRobustness.ts';
import { checkRobustness, settingsOf } from './checkRobustness.ts';
import { gateJsonSchema } from './readGate.ts';

const files = writeExplainedFiles();
afterAll(() => files.remove());

const bound = { kind: 'unseen', measure: 'flips', most: 1 } as const;

function measure(path: string): Promise<RobustnessReport> {
  const { background: _, ...rest } = files.request('mixed');
  const robustness = settingsOf({ bounds: [bound] });
  const request = { ...rest, model: { path, name: 'mixed', version: '1' }, rows: 100, robustness };
  return measureRobustness(request, { createdAt: new Date(0) }, unattended);
}

test('a model that fails on unknown categories is an error with its words; beside it stands one that can take them', async () => {
  const { path } = files.request('mixed').model;
  const strict = fromBinary(ModelProtoSchema, readFileSync(path));
  for (const { opType, attribute } of strict.graph!.node)
    if (opType === 'OneHotEncoder') attribute.find(({ name }) => name === 'zeros')!.i = 0n;
  const strictPath = join(files.folder, 'strict.onnx');
  writeFileSync(strictPath, toBinary(ModelProtoSchema, strict));
  const [found, able] = [await measure(strictPath), await measure(path)];
  const check = checkRobustness(bound, found, able);
  expect(check).toMatchObject({ status: 'error', value: null, holder: able.worst.unseen!.flips });
  expect(check.sentence).toContain('could not be measured: the model fails on such rows');
  expect(check.sentence).toContain('strict.onnx failed on rows of the data');
  expect(checkRobustness(bound, able, null)).toMatchObject({ status: 'pass', holder: null });
});

test('only the kinds that a bound names are tried, at the usual levels or those of the gate', () => {
  const { bounds: _, metrics: __, ...tried } = settingsOf({ bounds: [bound, { kind: 'noise', measure: 'change', most: 1 }], noise: [0.3] });
  expect(tried).toEqual({ noise: [0.3], missing: [], scale: [], units: [], swap: [], unseen: [1] });
});

test('the schema has the bounds, and levels of the gate have no usual value in it', () => {
  const { robustness } = gateJsonSchema()['properties'] as { robustness: { properties: Record<string, object>; required: string[] } };
  expect(robustness.required).toEqual(['bounds']);
  expect(Object.keys(robustness.properties).toSorted()).toEqual(
    ['bounds', 'metric', 'missing', 'noise', 'rows', 'scale', 'seed', 'swap', 'units', 'unseen'].toSorted(),
  );
  expect(gate.parse({ robustness: { bounds: [bound] } })).toEqual({ robustness: { bounds: [bound] } });
});
