import { Button, Checkbox, Group } from '@mantine/core';
import { chosenSections, reportPresets, sections, type SectionId } from '#shared/domain/sections.ts';
import { Section } from './Section.tsx';
import styles from './Settings.module.css';
import type { SectionProps } from './sectionProps.ts';

/** Which sections the next report has. */
export function ReportSections({ settings, change }: SectionProps) {
  const chosen = chosenSections(settings.sections);
  const toggle = (id: SectionId): void => {
    const next = sections.all.map((each) => each.id).filter((each) => (each === id ? !chosen.includes(id) : chosen.includes(each)));
    if (next.length > 0) change({ sections: next });
  };
  return (
    <Section title="Sections">
      <div className={styles.field} role="group" aria-labelledby="report-sections">
        <span className={styles.label} id="report-sections">
          The report has
        </span>
        <div className={styles.control}>
          <div className={styles.choices}>
            {sections.all.map(({ id, label }) => (
              <Checkbox key={id} label={label} checked={chosen.includes(id)} onChange={() => toggle(id)} />
            ))}
          </div>
          <p className={styles.explains}>The verdict, the findings and the columns are in every report.</p>
        </div>
      </div>
      <div className={styles.field} role="group" aria-labelledby="report-presets">
        <span className={styles.label} id="report-presets">
          Ready-made
        </span>
        <Group gap={8}>
          <Button size="compact-sm" variant="default" disabled={settings.sections === null} onClick={() => change({ sections: null })}>
            The usual ones
          </Button>
          {reportPresets.all.map((preset) => (
            <Button key={preset.id} size="compact-sm" variant="default" onClick={() => change({ sections: [...preset.sections] })}>
              {preset.label}
            </Button>
          ))}
        </Group>
      </div>
    </Section>
  );
}
