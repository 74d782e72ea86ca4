import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);

interface BuilderConfig {
  files: string[];
  asarUnpack: string[];
  mac: { entitlements: string };
  electronFuses: Record<string, boolean>;
}

const config = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as BuilderConfig;
const schemaFile = join(dirname(require.resolve('app-builder-lib/package.json')), 'scheme.json');
const validate = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object);

it('is a packaging configuration that electron-builder accepts', () => {
  expect(validate(config), JSON.stringify(validate.errors)).toBe(true);
});

it('would be refused with a misspelt property', () => {
  expect(validate({ ...config, productNam: 'x' })).toBe(false);
});

it('packs the files that the program starts from', () => {
  const { main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { main: string };
  expect(config.files).toContain(`${dirname(main)}/**`);
  expect(existsSync(join(root, config.mac.entitlements))).toBe(true);
});

it('leaves the database’s library unpacked', () => {
  expect(config.asarUnpack.join()).toContain('@duckdb/node-bindings-');
  expect(config.asarUnpack.join()).toContain('onnxruntime-node/bin');
});

it('closes the back doors of a packed program', () => {
  expect(config.electronFuses).toMatchObject({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
  });
});

// Electron forbids memory from outside V8's cage; plain Node does not, so no test that runs here would notice.
it('packs no native addon that lends its own memory to the engine of JavaScript', () => {
  const folder = join(root, 'node_modules/@duckdb');
  const addons = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.node'));
  expect(addons.length).toBeGreaterThan(0);
  for (const addon of addons) {
    const bytes = readFileSync(join(folder, addon));
    expect(bytes.includes('napi_'), addon).toBe(true);
    expect(bytes.includes('napi_create_external_arraybuffer') || bytes.includes('napi_create_external_buffer'), addon).toBe(false);
  }
});
