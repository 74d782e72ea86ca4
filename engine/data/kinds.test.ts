import { expect, test } from 'vitest';
import { decideKind, looksLikeId, type KindFacts } from './kinds.ts';

const facts = (given: Partial<KindFacts>): KindFacts => ({
  column: 'x',
  type: 'DOUBLE',
  chosen: null,
  isIdRole: false,
  valid: 1000,
  distinct: 900,
  ...given,
});
const kind = (given: Partial<KindFacts>): string => decideKind(facts(given)).kind;

test('fractions are numeric, however few values they have', () => {
  expect(kind({ distinct: 2 })).toBe('numeric');
  expect(kind({ type: 'DECIMAL(10,2)', distinct: 2 })).toBe('numeric');
});

test('integers with at most ten distinct values are categorical, in every width', () => {
  for (const type of ['TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'HUGEINT', 'UTINYINT', 'USMALLINT', 'UINTEGER', 'UBIGINT', 'UHUGEINT']) {
    expect(kind({ type, distinct: 10 }), type).toBe('categorical');
    expect(kind({ type, distinct: 11 }), type).toBe('numeric');
  }
});

test('an integer column without values is numeric', () => {
  expect(kind({ type: 'INTEGER', valid: 0, distinct: 0 })).toBe('numeric');
});

test('truth values and enumerations are categorical', () => {
  expect(kind({ type: 'BOOLEAN', distinct: 2 })).toBe('categorical');
  expect(kind({ type: "ENUM('a', 'b')", distinct: 2 })).toBe('categorical');
});

test('text is categorical until more than half of its values differ', () => {
  expect(kind({ type: 'VARCHAR', distinct: 500 })).toBe('categorical');
  expect(kind({ type: 'VARCHAR', distinct: 501 })).toBe('text');
  expect(kind({ type: 'VARCHAR', valid: 5, distinct: 5 })).toBe('categorical');
});

test('times of every kind are times; a time of day is not analysed', () => {
  for (const type of ['DATE', 'TIMESTAMP', 'TIMESTAMP_NS', 'TIMESTAMP_S', 'TIMESTAMP WITH TIME ZONE'])
    expect(kind({ type }), type).toBe('datetime');
  expect(kind({ type: 'TIME' })).toBe('unsupported');
});

test('identifiers are found by type, by role, or by name when all values differ', () => {
  expect(kind({ type: 'UUID' })).toBe('id');
  expect(kind({ type: 'BIGINT', column: 'trip_id', distinct: 1000 })).toBe('id');
  expect(kind({ type: 'BIGINT', column: 'trip_id', distinct: 999 })).toBe('numeric');
  expect(kind({ type: 'VARCHAR', column: 'userId', distinct: 1000 })).toBe('id');
  expect(kind({ type: 'BIGINT', column: 'n', distinct: 1000, isIdRole: true })).toBe('id');
});

test('words that only end like an identifier are not taken for one', () => {
  for (const name of ['paid', 'humid', 'monkey', 'grid']) expect(looksLikeId(name), name).toBe(false);
  for (const name of ['id', 'ID', 'trip_id', 'tripID', 'row key', 'PULocationID']) expect(looksLikeId(name), name).toBe(true);
});

test('nested and binary values are not analysed, whatever was chosen, and the reason is given', () => {
  for (const type of ['INTEGER[]', 'STRUCT(a INTEGER)', 'MAP(VARCHAR, INTEGER)', 'BLOB', 'INTERVAL', 'DOUBLE[3]']) {
    const decision = decideKind(facts({ type, chosen: 'numeric' }));
    expect(decision.kind, type).toBe('unsupported');
    expect(decision.reason).toMatch(/not analysed/);
  }
});

test('the user’s choice goes before the rule', () => {
  expect(kind({ type: 'BIGINT', distinct: 3, chosen: 'numeric' })).toBe('numeric');
  expect(kind({ type: 'DOUBLE', chosen: 'categorical' })).toBe('categorical');
});
