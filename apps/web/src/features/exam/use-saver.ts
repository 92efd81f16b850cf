import type { AttemptView } from '@ennead/contracts';
import { useEffect, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { announce } from '../../lib/announce.ts';
import { useStore } from '../../lib/store.ts';
import { ExamSaver } from './exam-saver.ts';
import type { SaverState } from './saver-state.ts';

/** The one saver of an attempt on this page, working while the page stands. Says when the connection goes and comes. */
export function useSaver(view: AttemptView): { readonly saver: ExamSaver; readonly state: SaverState } {
  const { t } = useTranslation('exam');
  const [saver] = useState(() => new ExamSaver(view.id, view));
  const state = useStore(saver.state);
  useEffect(() => {
    saver.start();
    return () => saver.stop();
  }, [saver]);

  const isOffline = state.phase === 'offline';
  useEffect(() => {
    if (!isOffline) return;
    announce(t('say.offline'));
    return () => {
      if (saver.state.get().phase === 'ready') announce(t('say.back'));
    };
  }, [isOffline, saver, t]);
  return { saver, state };
}
