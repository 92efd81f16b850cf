import type { PortfolioView } from '@ennead/contracts';
import { useEffect, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { announce } from '../../lib/announce.ts';
import { useStore } from '../../lib/store.ts';
import { useChangePortfolio, withArtefact } from './change-portfolio.ts';
import { sendFile } from './send-file.ts';
import { UploadQueue } from './upload-queue.ts';

/** The uploads of a page; what arrives joins the portfolio. Leaving the page cancels what is under way. */
export function useUploads({ id, limits }: PortfolioView) {
  const { t } = useTranslation('portfolio');
  const change = useChangePortfolio();
  const [queue] = useState(
    () =>
      new UploadQueue({
        maxBytes: limits.fileBytes,
        send: (file, options) => sendFile(id, file, options),
        onDone: (artefact, { name }) => {
          change((view) => withArtefact(view, artefact));
          announce(t('uploads.done', { name }));
        },
        onFailed: ({ name }) => announce(t('uploads.failed', { name }), 'assertive'),
      }),
  );
  const uploads = useStore(queue.uploads);
  useEffect(() => () => queue.cancelAll(), [queue]);
  useEffect(() => {
    if (!uploads.some(({ phase }) => phase !== 'failed')) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [uploads]);
  return { uploads, queue };
}
