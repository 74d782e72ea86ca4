import { MantineProvider } from '@mantine/core';
import { useEffect } from 'react';
import { Frame } from './frame/Frame.tsx';
import { onEngineReplaced, watchEngine } from './state/engineStatus.ts';
import { recover, start } from './state/start.ts';
import { colorSchemeManager } from './theme/appearance.ts';
import { resolveVariables, theme } from './theme/theme.ts';

export function App() {
  useEffect(() => {
    void start();
    const stopListening = onEngineReplaced(() => void recover());
    const stopWatching = watchEngine();
    return () => {
      stopListening();
      stopWatching();
    };
  }, []);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
      cssVariablesResolver={resolveVariables}
    >
      <Frame />
    </MantineProvider>
  );
}
