import type { BlindArtefactView } from '@ennead/contracts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { FileSize } from '../../components/date-time.tsx';
import { Icon } from '../../components/icon.tsx';
import { Badge } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ArtefactPreview } from './artefact-preview.tsx';
import { previewKind } from './read-preview.ts';
import styles from './reviews.module.css';
import { linkTo } from '../../lib/address-of.ts';

/** One artefact: to be looked at here where that is safe, else to be downloaded or opened elsewhere. */
export function ArtefactLine({ artefact }: { readonly artefact: BlindArtefactView }) {
  const { t } = useTranslation('reviews');
  const [shown, setShown] = useState(false);
  const { id, label, url, title, extension, sizeBytes } = artefact;
  const canPreview = previewKind(artefact) !== null;
  return (
    <li id={`artefact-${id}`} className={styles.artefact}>
      <div className={styles.artefactLine}>
        <Badge>{label}</Badge>
        {url !== null ? (
          <a className={styles.artefactLink} href={url} target="_blank" rel="noopener noreferrer">
            <span>{title}</span>
            <Icon name="external" size={16} />
            <span className="visually-hidden">{t('work.open', { label })}</span>
          </a>
        ) : (
          <a className={styles.artefactLink} href={linkTo('/api/artefacts/:id/file', { id })} download>
            <span>{t('work.file', { label, ending: extension ?? '' })}</span>
            <Icon name="download" size={16} />
            <span className="visually-hidden">{t('work.download', { label })}</span>
          </a>
        )}
        <span className={styles.hint}>
          {url !== null ? new URL(url).host : <FileSize bytes={sizeBytes ?? 0} />}
        </span>
        {canPreview && (
          <Button
            size="small"
            icon={shown ? 'eyeOff' : 'eye'}
            aria-expanded={shown}
            onClick={() => setShown(!shown)}
          >
            {t(shown ? 'work.hidePreview' : 'work.preview', { label })}
          </Button>
        )}
      </div>
      {shown && <ArtefactPreview artefact={artefact} />}
    </li>
  );
}
