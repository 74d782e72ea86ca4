import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const root = import.meta.dirname;
const at = (path: string): string => resolve(root, path);

/** The rooms are built as they come to exist, so that one missing room does not stop the others. */
function existing(entries: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(path)));
}

const rendererPage = at('renderer/index.html');

// The main bundle also runs on plain Node (server, terminal, tests), hence the older target. All but the native
// packages of the database and the model runtime is bundled; those are found in node_modules at run time.
const native = [/^@duckdb\//, 'onnxruntime-node'];

export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      target: 'node20.19',
      externalizeDeps: false,
      minify: false,
      rolldownOptions: {
        input: existing({
          index: at('electron/main/main.ts'),
          engineHost: at('electron/engineHost/host.ts'),
          serve: at('server/main.ts'),
          cli: at('cli/main.ts'),
        }),
        external: ['electron', ...native],
        // Each entry is a program that runs when it is loaded, so the engine that several of them share must not be put into one.
        output: {
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [{ name: 'engine', test: (id: string) => id.startsWith(at('engine')) }],
          },
        },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      target: 'node20.19',
      externalizeDeps: false,
      minify: false,
      rolldownOptions: {
        input: { preload: at('electron/preload/preload.ts') },
        external: ['electron'],
        // A sandboxed preload is one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  ...(existsSync(rendererPage) && {
    renderer: {
      root: at('renderer'),
      plugins: [react()],
      build: {
        outDir: at('out/renderer'),
        emptyOutDir: true,
        target: 'chrome140',
        minify: true,
        // The page's policy allows fonts from its own address only.
        assetsInlineLimit: 0,
        rolldownOptions: { input: { index: rendererPage } },
      },
    },
  }),
});
