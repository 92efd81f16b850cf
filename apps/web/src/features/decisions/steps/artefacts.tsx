import type { ManifestArtefact } from '@ennead/contracts';
import { Badge } from '../../../components/state-mark.tsx';
import { FileSize } from '../../../components/date-time.tsx';
import { Icon } from '../../../components/icon.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import styles from '../case-page.module.css';
import { Hash } from './facts.tsx';
import { linkTo } from '../../../lib/address-of.ts';

/** What was handed in: files to download, addresses to open, each with its hash. */
export function Artefacts({ artefacts }: { readonly artefacts: readonly ManifestArtefact[] }) {
  const { t } = useTranslation('decisions');
  if (artefacts.length === 0) return null;
  return (
    <div className={styles.part}>
      <h3>{t('portfolio.artefacts')}</h3>
      <ul role="list" className={styles.artefacts}>
        {artefacts.map(({ id, label, title, url, sizeBytes, sha256 }) => (
          <li key={id}>
            <Badge>{label}</Badge>
            <span className={styles.artefactWords}>
              {url ? (
                <a href={url} target="_blank" rel="noopener noreferrer">
                  <Icon name="external" size={16} />
                  <span className="visually-hidden">{t('portfolio.open')}: </span>
                  {title}
                </a>
              ) : (
                <a href={linkTo('/api/artefacts/:id/file', { id })} download>
                  <Icon name="download" size={16} />
                  <span className="visually-hidden">{t('portfolio.download', { label })}: </span>
                  {title}
                </a>
              )}
              {url && <span className={styles.faint}>{url}</span>}
              {sizeBytes !== null && (
                <span className={styles.faint}>
                  <FileSize bytes={sizeBytes} />
                </span>
              )}
              {sha256 && <Hash>{sha256}</Hash>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
