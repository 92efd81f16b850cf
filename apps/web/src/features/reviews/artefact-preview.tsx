import type { BlindArtefactView } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '../../components/error-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { readPreview } from './read-preview.ts';
import styles from './reviews.module.css';

/** The content of an artefact within the page. */
export function ArtefactPreview({ artefact }: { readonly artefact: BlindArtefactView }) {
  const { t } = useTranslation('reviews');
  const { id, label } = artefact;
  const preview = useQuery({
    queryKey: ['reviews', 'preview', id],
    queryFn: () => readPreview(artefact),
    staleTime: Infinity,
    gcTime: 60_000,
  });
  if (preview.error)
    return <ErrorState error={preview.error} inline onRetry={() => void preview.refetch()} />;
  if (!preview.data) return <Loading lines={3} label={t('work.previewing', { label })} />;
  if (preview.data.kind === 'image')
    return <img className={styles.image} src={preview.data.source} alt={t('work.image', { label })} />;
  const { text, isCut } = preview.data;
  return (
    <>
      {/* Scrolls within, so it takes the focus for the arrow keys. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.preview} tabIndex={0} role="region" aria-label={t('work.text', { label })}>
        <pre>{text}</pre>
      </div>
      {isCut && <p className={styles.hint}>{t('work.cut')}</p>}
    </>
  );
}
