import { register } from 'node:module';

// `node --import e2e/host/register.mjs out/main/index.js` runs the built main process without Electron's program.
register('./hooks.mjs', import.meta.url);
