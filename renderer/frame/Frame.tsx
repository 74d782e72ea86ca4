import { useState } from 'react';
import { EngineNotices } from '../components/EngineNotices.tsx';
import { pages } from '../pages.ts';
import { homeRoute, useRoute } from '../state/route.ts';
import { CommandPalette, type PaletteMode } from './CommandPalette.tsx';
import { DropEverywhere } from './DropEverywhere.tsx';
import styles from './Frame.module.css';
import { KeySheet } from './KeySheet.tsx';
import { Rail } from './Rail.tsx';
import { StatusBar } from './StatusBar.tsx';
import { Toaster } from './Toaster.tsx';
import { TopBar } from './TopBar.tsx';
import { useHostRequests } from './useHostRequests.ts';
import { useShortcuts } from './useShortcuts.ts';

/** What stays around every page: the rail, what is compared, what runs. */
export function Frame() {
  const route = useRoute();
  const [palette, setPalette] = useState<PaletteMode | null>(null);
  const [keysShown, setKeysShown] = useState(false);
  const openPalette = setPalette;
  const showKeys = (): void => setKeysShown(true);
  useShortcuts({ openPalette, showKeys });
  useHostRequests({ openPalette, showKeys });
  const entry = pages.find(({ id }) => id === route.page) ?? pages.find(({ id }) => id === homeRoute.page);
  const Page = entry?.Page;
  return (
    <div className={styles.frame}>
      <nav aria-label="Skip">
        <a className={styles.skip} href="#main" onClick={focusMain}>
          Skip to the page
        </a>
      </nav>
      <Rail page={entry?.id ?? homeRoute.page} />
      <TopBar openPalette={() => setPalette('everything')} />
      <main className={styles.main} id="main" tabIndex={-1} aria-label={entry?.label ?? ''}>
        <EngineNotices />
        {Page !== undefined && <Page />}
      </main>
      <StatusBar />
      <section id="overlays" aria-label="Menus and dialogs" />
      <DropEverywhere />
      <Toaster />
      <CommandPalette mode={palette} close={() => setPalette(null)} showKeys={showKeys} />
      <KeySheet opened={keysShown} close={() => setKeysShown(false)} />
    </div>
  );
}

function focusMain(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
