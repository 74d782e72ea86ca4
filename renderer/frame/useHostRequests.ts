import { useMantineColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { MenuAction } from '#shared/host.ts';
import { host } from '../host/currentHost.ts';
import { exportReport } from '../state/exportReport.ts';
import { pickFor, takePaths } from '../state/pickData.ts';
import { pickModel } from '../state/openModel.ts';
import { navigate } from '../state/route.ts';
import { openSample } from '../state/compare.ts';
import type { FrameActions } from './useShortcuts.ts';

type ColorScheme = ReturnType<typeof useMantineColorScheme>;

function menuDeeds(actions: FrameActions, scheme: ColorScheme): Readonly<Record<MenuAction, () => void>> {
  return {
    'open-reference': () => void pickFor('reference', false),
    'open-current': () => void pickFor('current', false),
    'open-model': () => void pickModel(),
    'open-sample': () => void openSample(),
    'export-html': () => void exportReport('html'),
    'go-home': () => navigate({ page: 'home' }),
    'go-data': () => navigate({ page: 'data' }),
    'go-report': () => navigate({ page: 'report' }),
    'go-tests': () => navigate({ page: 'tests' }),
    'go-models': () => navigate({ page: 'models' }),
    'go-settings': () => navigate({ page: 'settings' }),
    'command-palette': () => actions.openPalette('everything'),
    'show-keys': actions.showKeys,
    'theme-light': () => scheme.setColorScheme('light'),
    'theme-dark': () => scheme.setColorScheme('dark'),
    'theme-system': () => scheme.setColorScheme('auto'),
  };
}

/** What the host asks for: items of its menu, and files that the system wants opened. */
export function useHostRequests(actions: FrameActions): void {
  const scheme = useMantineColorScheme();
  const deeds = useRef(menuDeeds(actions, scheme));
  deeds.current = menuDeeds(actions, scheme);
  useEffect(() => {
    const stops = [host.onMenu((action) => deeds.current[action]()), host.onOpenFiles((paths) => void takePaths(paths))];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
}
