import { Button, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { Fragment } from 'react';
import type { ReportSettings } from '#shared/domain/settings.ts';
import { plainSettings } from '../../state/plainSettings.ts';
import { changeQuery, useRoute } from '../../state/route.ts';
import { changeSettings } from '../../state/settings.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { showToast } from '../../state/toasts.ts';
import { appearances } from '../../theme/appearance.ts';
import { BinningSection } from './BinningSection.tsx';
import { ColumnChoices } from './ColumnChoices.tsx';
import { ColumnsSection } from './ColumnsSection.tsx';
import { CompatSection } from './CompatSection.tsx';
import { DriftSection } from './DriftSection.tsx';
import { ImportanceSection } from './ImportanceSection.tsx';
import { FairnessSection } from './FairnessSection.tsx';
import { OutlierSection } from './OutlierSection.tsx';
import { MultivariateSection } from './MultivariateSection.tsx';
import { EstimationSection } from './EstimationSection.tsx';
import { ModelSection } from './ModelSection.tsx';
import { PerformanceSection } from './PerformanceSection.tsx';
import { RankingSection } from './RankingSection.tsx';
import { RelationsSection } from './RelationsSection.tsx';
import { ReportSections } from './ReportSections.tsx';
import { RowsSection } from './RowsSection.tsx';
import { SegmentSection } from './SegmentSection.tsx';
import styles from './Settings.module.css';
import type { SectionProps } from './sectionProps.ts';
import { SettingsText } from './SettingsText.tsx';

const sections = [
  ReportSections,
  DriftSection,
  ColumnChoices,
  ColumnsSection,
  ModelSection,
  PerformanceSection,
  SegmentSection,
  EstimationSection,
  RankingSection,
  FairnessSection,
  ImportanceSection,
  OutlierSection,
  RelationsSection,
  MultivariateSection,
  RowsSection,
  BinningSection,
  CompatSection,
] as const;

/** Everything that decides the numbers of the next report; each change is saved at once. */
export function SettingsPage() {
  const { query } = useRoute();
  const settings = useWorkbench((state) => state.workspace?.settings ?? null);
  const view = query['view'] === 'yaml' || query['view'] === 'json' ? query['view'] : 'form';
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <header className={styles.head}>
          <div>
            <h1 className={styles.title}>Settings</h1>
            <p className={styles.lead}>They hold for the next report and are stored with it. A report already made keeps its own.</p>
          </div>
          <SegmentedControl
            aria-label="Form of the settings"
            value={view}
            onChange={(next) => changeQuery({ view: next === 'form' ? '' : next })}
            data={[
              { value: 'form', label: 'Form' },
              { value: 'yaml', label: 'YAML' },
              { value: 'json', label: 'JSON' },
            ]}
          />
        </header>
        <Appearance />
        {settings !== null && (view === 'form' ? <SettingsForm settings={settings} /> : <SettingsText settings={settings} format={view} />)}
      </div>
    </div>
  );
}

function SettingsForm({ settings }: Pick<SectionProps, 'settings'>) {
  const change = (part: Partial<ReportSettings>): void => void changeSettings({ ...settings, ...part });
  return (
    <>
      {sections.map((Section) => (
        <Fragment key={Section.name}>
          <Section settings={settings} change={change} />
        </Fragment>
      ))}
      <Reset settings={settings} />
    </>
  );
}

function Reset({ settings }: Pick<SectionProps, 'settings'>) {
  const reset = async (): Promise<void> => {
    const done = await changeSettings(plainSettings);
    const undo = { label: 'Undo', run: () => void changeSettings(settings) };
    if (done) showToast('All settings are as they came.', { action: undo });
  };
  return (
    <div>
      <Button variant="default" onClick={() => void reset()}>
        Reset all settings
      </Button>
    </div>
  );
}

function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <section className={styles.section} aria-labelledby="appearance">
      <h2 className={styles.heading} id="appearance">
        Appearance
      </h2>
      <div className={styles.field}>
        <span className={styles.label}>Theme</span>
        <SegmentedControl
          aria-label="Theme"
          className={styles.fit}
          value={colorScheme}
          onChange={(next) => setColorScheme(appearances.find(({ value }) => value === next)?.value ?? 'auto')}
          data={[...appearances]}
        />
      </div>
    </section>
  );
}
