import type { SessionEntry, SessionToEnter } from '@ennead/contracts';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { RadioCards } from '../../../components/radio-cards.tsx';
import { TextArea } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useFormat } from '../../../lib/format.ts';
import { useLocalized } from '../../../lib/localized.ts';
import { useEntryAct } from './use-entry-act.ts';

interface Props {
  readonly entry: SessionEntry;
  readonly sessionId: string;
  /** Where the free sitting can be. */
  readonly sessions: readonly SessionToEnter[];
  readonly onClose: () => void;
}

/** Makes good a failure of ours: another sitting on another session, which uses no try. */
export function FreeSittingDialog({ entry, sessionId, sessions, onClose }: Props) {
  const { t } = useTranslation('admin');
  const text = useLocalized();
  const format = useFormat();
  const [chosen, setChosen] = useState<string | null>(null);
  const path = `/api/entries/${entry.id}/free-sitting`;
  const act = useEntryAct(sessionId, path, t('freeSitting.done'), onClose);
  return (
    <ConfirmDialog
      keepsInput
      open
      onClose={onClose}
      onConfirm={() => act.submit(chosen === null ? null : { examSessionId: chosen })}
      title={t('freeSitting.title', { name: entry.candidateName })}
      confirmLabel={t('freeSitting.submit')}
      busy={act.busy}
      error={act.error}
    >
      <p>{t('freeSitting.text')}</p>
      {sessions.length === 0 ? (
        <p>{t('freeSitting.noSession')}</p>
      ) : (
        <RadioCards
          legend={t('freeSitting.session')}
          cards={sessions.map(({ id, title, opensAt, closesAt }) => ({
            value: id,
            label: text(title),
            text: t('sessions.state.span', { from: format.dateTime(opensAt), to: format.dateTime(closesAt) }),
          }))}
          value={chosen}
          onChange={setChosen}
          error={act.tried && !chosen ? t('freeSitting.sessionFault') : null}
        />
      )}
      <TextArea
        label={t('excuse.reason')}
        hint={t('excuse.reasonHint')}
        maxLength={2000}
        value={act.reason}
        error={act.hasFault ? t('excuse.reasonFault') : null}
        onChange={(event) => act.setReason(event.target.value)}
      />
    </ConfirmDialog>
  );
}
