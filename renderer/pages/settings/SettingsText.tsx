import type { ReportSettings } from '#shared/domain/settings.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { useSide } from '../../state/sides.ts';
import { asYaml } from './asYaml.ts';
import styles from './Settings.module.css';

interface Props {
  readonly settings: ReportSettings;
  readonly format: 'yaml' | 'json';
}

/** The settings as the terminal takes them: save it as driftglass.yaml. */
export function SettingsText({ settings, format }: Props) {
  const reference = useSide('reference').source?.path;
  const current = useSide('current').source?.path;
  const config = { ...(reference !== undefined && { reference }), ...(current !== undefined && { current }), ...settings };
  const text = format === 'yaml' ? asYaml(config) : `${JSON.stringify(config, null, 2)}\n`;
  return (
    <section className={styles.section} aria-label={`Settings as ${format.toUpperCase()}`}>
      <p className={styles.explains}>
        Saved as a file, the terminal makes the same report: <code>driftglass report --config driftglass.{format}</code>
      </p>
      <div className={styles.text}>
        <pre tabIndex={0}>{text}</pre>
        <CopyButton text={text} what={`the settings as ${format.toUpperCase()}`} />
      </div>
    </section>
  );
}
