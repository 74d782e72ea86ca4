import { localStorageColorSchemeManager, type MantineColorScheme } from '@mantine/core';

export const colorSchemeManager = localStorageColorSchemeManager({ key: 'driftglass-theme' });

export const appearances: readonly { readonly value: MantineColorScheme; readonly label: string }[] = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'System' },
];
