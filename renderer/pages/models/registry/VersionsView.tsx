import { Button } from '@mantine/core';
import { formatBytes } from '#shared/text/formatNumber.ts';
import { formatTime } from '#shared/text/formatTime.ts';
import { MiddleText } from '../../../components/MiddleText.tsx';
import { versionRoute } from '../../../state/registry.ts';
import { changeQuery, formatRoute, navigate } from '../../../state/route.ts';
import type { DetailProps } from '../modelView.ts';
import { AliasBadge } from './AliasBadge.tsx';
import styles from './Registry.module.css';

/** All versions of the model on view, the newest first. */
export function VersionsView({ subject: { registered } }: DetailProps) {
  if (registered === null) return null;
  const { detail, version: shown } = registered;
  return (
    <div className={styles.pad}>
      <div className={styles.tableFrame} role="group" aria-label="Versions" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Version</th>
              <th scope="col">Aliases</th>
              <th scope="col">Registered</th>
              <th scope="col">By</th>
              <th scope="col">Why</th>
              <th scope="col">Size</th>
              <th scope="col">SHA-256</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {detail.versions.map((each) => (
              <tr key={each.version} data-shown={each.version === shown.version}>
                <th scope="row">
                  <a
                    href={formatRoute({ ...versionRoute(detail.name, each.version, { view: 'versions' }), page: 'models' })}
                    aria-current={each.version === shown.version ? 'true' : undefined}
                  >
                    {each.version}
                  </a>
                </th>
                <td>
                  <span className={styles.badges}>
                    {each.aliases.map((alias) => (
                      <AliasBadge key={alias} alias={alias} />
                    ))}
                  </span>
                </td>
                <td>{formatTime(each.registeredAt)}</td>
                <td>{each.by}</td>
                <td className={styles.breaks}>
                  {each.why}
                  <span className={styles.limited}>
                    <MiddleText text={each.source} mono />
                  </span>
                </td>
                <td className={styles.right}>{formatBytes(each.bytes)}</td>
                <td className={styles.mono} title={each.sha256}>
                  {each.sha256.slice(0, 12)}
                </td>
                <td className={styles.right}>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`Set an alias for version ${each.version}`}
                    onClick={() => {
                      if (each.version === shown.version) changeQuery({ alias: 'champion' });
                      else navigate(versionRoute(detail.name, each.version, { view: 'versions', alias: 'champion' }));
                    }}
                  >
                    Set an alias…
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
