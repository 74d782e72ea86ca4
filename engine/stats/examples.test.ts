import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
const example = /@example (.+?) \/\/ → (.+)$/gm;

function evaluate(expression: string, scope: Record<string, unknown>): unknown {
  return new Function(...Object.keys(scope), `return (${expression});`)(...Object.values(scope));
}

/** Typed arrays as plain ones, and numbers to the twelve digits that docs promise. */
function comparable(value: unknown): unknown {
  if (typeof value === 'number') return value === 0 ? 0 : Number(value.toPrecision(12));
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, comparable);
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, comparable(entry)]));
}

describe('the examples in docstrings', async () => {
  const modules = await Promise.all(files.map((file) => import(/* @vite-ignore */ new URL(file, folder).href)));
  const scope: Record<string, unknown> = Object.assign({}, ...modules.map((module) => ({ ...module })));
  for (const file of files) {
    const source = readFileSync(new URL(file, folder), 'utf8');
    const found = [...source.matchAll(example)];
    const keepsState = /^export class /m.test(source);
    if (keepsState && found.length === 0) continue;
    it(`${file} has an example, and what it says is so`, () => {
      expect(found.length).toBeGreaterThan(0);
      for (const [, expression, value] of found) {
        expect(comparable(evaluate(expression!, scope)), expression).toEqual(comparable(evaluate(value!, scope)));
      }
    });
  }
});
