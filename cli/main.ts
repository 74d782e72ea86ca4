import { exitCodes } from '#shared/errors/codes.ts';
import { runCommand } from './runCommand.ts';

const cancel = new AbortController();
process.on('SIGINT', () => {
  // The first Ctrl-C lets the work end in order, the second does not wait for it.
  if (cancel.signal.aborted) process.exit(exitCodes.cancelled);
  cancel.abort();
});
process.on('SIGTERM', () => cancel.abort());

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read our output has had enough, as `head` does; that is no failure.
    if (error.code === 'EPIPE') process.exit(exitCodes.ok);
    throw error;
  });
}

process.exitCode = await runCommand(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  signal: cancel.signal,
});
