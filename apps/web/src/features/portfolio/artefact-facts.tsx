import type { ManifestArtefact } from '@ennead/contracts';
import { FileSize } from '../../components/date-time.tsx';
import { Icon } from '../../components/icon.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './portfolio.module.css';
import { linkTo } from '../../lib/address-of.ts';

type Facts = Pick<ManifestArtefact, 'id' | 'label' | 'kind' | 'title' | 'url' | 'sizeBytes'>;

/** What an artefact is called, of what kind it is, and the way to it. */
export function ArtefactFacts({ artefact }: { readonly artefact: Facts }) {
  const { t } = useTranslation('portfolio');
  const { id, label, kind, title, url, sizeBytes } = artefact;
  return (
    <>
      {url === null ? (
        <a className={styles.artefactLink} href={linkTo('/api/artefacts/:id/file', { id })} download>
          <span>{title}</span>
          <Icon name="download" size={16} />
          <span className="visually-hidden">{t('artefacts.download', { label })}</span>
        </a>
      ) : (
        <a className={styles.artefactLink} href={url} target="_blank" rel="noopener noreferrer">
          <span>{title}</span>
          <Icon name="external" size={16} />
          <span className="visually-hidden">{t('artefacts.open', { label })}</span>
        </a>
      )}
      <span className={styles.hint}>
        {t(`artefacts.kinds.${kind}`)}
        {sizeBytes !== null && (
          <>
            {' · '}
            <FileSize bytes={sizeBytes} />
          </>
        )}
        {url !== null && ` · ${new URL(url).host}`}
      </span>
    </>
  );
}
