import { expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '../contract/index.ts';
import type { Operation } from '../contract/operation.ts';
import { contractShape } from './shape.ts';
import { wireName } from './wireName.ts';

const operations = Object.entries(contract).flatMap(([subject, group]) =>
  Object.entries(group as Record<string, Operation>).map(([name, operation]) => ({ subject, name, operation })),
);

it('has as many operations as the contract', () => {
  expect(operations.length).toBe(Object.values(contractShape).flatMap((group) => Object.keys(group)).length);
});

it.each(operations)('knows whether $subject.$name is a job', ({ subject, name, operation }) => {
  const shape: Record<string, Record<string, string>> = contractShape;
  expect(shape[subject]?.[name]).toBe(operation.job ? 'job' : 'query');
});

it.each(operations)('finds $subject.$name under its route', ({ subject, name, operation }) => {
  expect(operation.route).toBe(`/${wireName(subject)}/${wireName(name)}`);
});

it('has no route twice', () => {
  const routes = operations.map(({ operation }) => operation.route);
  expect(new Set(routes).size).toBe(routes.length);
});

it.each(operations)('describes input and output of $subject.$name as JSON schema', ({ operation }) => {
  for (const schema of [z.toJSONSchema(operation.input, { io: 'input' }), z.toJSONSchema(operation.output)]) {
    expect(JSON.stringify(schema)).toContain('"type"');
  }
});
