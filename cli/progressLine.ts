import type { Progress } from '#shared/domain/progress.ts';
import { visible } from './printError.ts';
import type { TextSink } from './terminalIo.ts';

interface ProgressLine {
  show(progress: Progress): void;
  clear(): void;
}

const silent: ProgressLine = { show: () => undefined, clear: () => undefined };

/** One line that is written over as work goes on; nothing at all when nobody is looking. */
export function progressLine(sink: TextSink): ProgressLine {
  if (sink.isTTY !== true) return silent;
  const width = Math.max(20, (sink.columns ?? 80) - 1);
  let last = '';
  return {
    show: ({ share, message }) => {
      const part = share === null ? '     ' : `${String(Math.floor(share * 100)).padStart(3)} %`;
      const line = visible(`${part}  ${message}`).slice(0, width);
      if (line === last) return;
      last = line;
      sink.write(`\r\u001b[2K${line}`);
    },
    clear: () => {
      if (last !== '') sink.write('\r\u001b[2K');
      last = '';
    },
  };
}
