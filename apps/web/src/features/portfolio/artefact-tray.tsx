import type { ArtefactView, PortfolioView } from '@ennead/contracts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { FileDrop } from '../../components/file-drop.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { AddLink } from './add-link.tsx';
import { ArtefactItem } from './artefact-item.tsx';
import { countUses, type Draft } from './draft.ts';
import styles from './portfolio.module.css';
import { RemoveArtefact } from './remove-artefact.tsx';
import { UploadList } from './upload-list.tsx';
import { useUploads } from './use-uploads.ts';

interface Props {
  readonly view: PortfolioView;
  readonly draft: Draft;
}

/** Everything that shows what is claimed, beside the claims, so that both stay in sight. */
export function ArtefactTray({ view, draft }: Props) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const { uploads, queue } = useUploads(view);
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<ArtefactView | null>(null);
  const { artefacts, limits } = view;
  const isFull = artefacts.length >= limits.artefacts;
  return (
    <section className={styles.tray} aria-labelledby="artefacts">
      <header className={styles.head}>
        <h2 id="artefacts">{t('artefacts.title')}</h2>
        <p className={styles.soft}>{t('artefacts.lead')}</p>
      </header>
      {isFull ? (
        <p className={styles.full}>{t('artefacts.full', { max: limits.artefacts })}</p>
      ) : (
        <>
          <FileDrop
            multiple
            label={t('artefacts.drop')}
            hint={t('artefacts.dropHint', { size: format.fileSize(limits.fileBytes) })}
            accept={view.acceptedEndings}
            onFiles={(files) => queue.add(files)}
          />
          <Button icon="link" wide onClick={() => setAdding(true)}>
            {t('artefacts.addLink')}
          </Button>
        </>
      )}
      <UploadList uploads={uploads} queue={queue} maxBytes={limits.fileBytes} />
      {artefacts.length === 0 ? (
        <p className={styles.soft}>{t('artefacts.empty')}</p>
      ) : (
        <>
          <ul role="list" className={styles.artefacts}>
            {artefacts.map((artefact) => (
              <ArtefactItem
                key={artefact.id}
                artefact={artefact}
                uses={countUses(draft, artefact.id)}
                onRemove={() => setRemoving(artefact)}
              />
            ))}
          </ul>
          <p className={styles.soft}>
            {t('artefacts.count', { count: artefacts.length, max: limits.artefacts })}
          </p>
        </>
      )}
      {adding && <AddLink view={view} onClose={() => setAdding(false)} />}
      {removing && <RemoveArtefact view={view} artefact={removing} onClose={() => setRemoving(null)} />}
    </section>
  );
}
