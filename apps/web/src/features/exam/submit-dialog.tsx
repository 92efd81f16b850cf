import type { PublicItem } from '@ennead/contracts';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { answerOf, isAnswered } from './answer-queue.ts';
import styles from './exam-page.module.css';
import type { SaverState } from './saver-state.ts';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly items: readonly PublicItem[];
  readonly state: SaverState;
  readonly onGo: (at: number) => void;
  readonly onSubmit: () => Promise<void>;
}

/** Says what is open and flagged, and asks once. */
export function SubmitDialog({ open, onClose, items, state, onGo, onSubmit }: Props) {
  const { t } = useTranslation('exam');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const numbersWhere = (is: (at: number) => boolean) => items.map((_, at) => at).filter(is);
  const answers = items.map((item) => answerOf(state.queue, item.id));
  const unanswered = numbersWhere((at) => !isAnswered(answers[at]!));
  const flagged = numbersWhere((at) => answers[at]!.flagged);
  const pending = state.queue.pending.length;
  const isOffline = state.phase === 'offline';
  const go = (at: number) => {
    onClose();
    onGo(at);
  };
  const submit = async () => {
    setBusy(true);
    setError(null);
    await onSubmit().catch(setError);
    setBusy(false);
  };
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      onConfirm={() => void submit()}
      title={t('submit.title')}
      confirmLabel={t('submit.action')}
      busy={busy}
      error={error}
    >
      {unanswered.length > 0 ? (
        <Numbers text={t('submit.open', { count: unanswered.length })} numbers={unanswered} onGo={go} />
      ) : (
        <p>{t('submit.allAnswered', { total: items.length })}</p>
      )}
      {flagged.length > 0 ? (
        <Numbers text={t('submit.flagged', { count: flagged.length })} numbers={flagged} onGo={go} />
      ) : (
        <p>{t('submit.none')}</p>
      )}
      {isOffline && <p className={styles.warning}>{t('submit.offline')}</p>}
      {!isOffline && pending > 0 && <p>{t('submit.pending', { count: pending })}</p>}
      {(unanswered.length > 0 || flagged.length > 0) && <p>{t('submit.timeLeft')}</p>}
      <p>
        <strong>{t('submit.final')}</strong>
      </p>
    </ConfirmDialog>
  );
}

interface NumbersProps {
  readonly text: string;
  readonly numbers: readonly number[];
  readonly onGo: (at: number) => void;
}

function Numbers({ text, numbers, onGo }: NumbersProps) {
  const { t } = useTranslation('exam');
  return (
    <div>
      <p>{text}</p>
      <ul role="list" className={styles.numbers}>
        {numbers.map((at) => (
          <li key={at}>
            <button type="button" aria-label={t('submit.goTo', { number: at + 1 })} onClick={() => onGo(at)}>
              {at + 1}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
