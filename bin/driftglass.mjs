#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Queries hold threads of this pool while they run; more of them leave room for files and Ctrl-C.
process.env.UV_THREADPOOL_SIZE ??= '8';

// A checkout is built on first use and again when its sources are newer; an installed package has no sources.
if (existsSync(fileURLToPath(new URL('../electron.vite.config.ts', import.meta.url)))) {
  const { buildIfStale } = await import('../scripts/build.mjs');
  try {
    await buildIfStale();
  } catch (error) {
    console.error(`driftglass: ${error.message}`);
    process.exit(4);
  }
}

await import('../out/main/cli.js');
