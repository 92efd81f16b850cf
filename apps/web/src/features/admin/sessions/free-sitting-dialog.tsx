import type { SessionEntry, SessionToEnter } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { Loading } from '../../../components/loading.tsx';
import { RadioCards } from '../../../components/radio-cards.tsx';
import { TextArea } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useEnteringText } from '../../../lib/entering-text.ts';
import { useFormat } from '../../../lib/format.ts';
import { useLocalized } from '../../../lib/localized.ts';
import { freeSittingsQuery, giveFreeSitting } from '../../../queries/entries.ts';
import { useEntryAct } from './use-entry-act.ts';

interface Props {
  readonly entry: SessionEntry;
  readonly sessionId: string;
  readonly onClose: () => void;
}

/** Makes good a failure of ours: another sitting on another session, which uses no try. */
export function FreeSittingDialog({ entry, sessionId, onClose }: Props) {
  const { t } = useTranslation('admin');
  const [chosen, setChosen] = useState<string | null>(null);
  const offers = useQuery(freeSittingsQuery(entry.id));
  const act = useEntryAct(
    sessionId,
    (input: { examSessionId: string; reason: string }) => giveFreeSitting(entry.id, input),
    t('freeSitting.done'),
    onClose,
  );
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
      {offers.isPending && <Loading lines={3} />}
      {offers.error && !offers.data && (
        <ErrorState error={offers.error} inline onRetry={() => void offers.refetch()} />
      )}
      {offers.data && (
        <Offers
          sessions={offers.data.sessions}
          chosen={chosen}
          onChange={setChosen}
          error={act.tried && !chosen ? t('freeSitting.sessionFault') : null}
        />
      )}
      <TextArea label={t('excuse.reason')} hint={t('excuse.reasonHint')} {...act.reason} />
    </ConfirmDialog>
  );
}

interface OffersProps {
  readonly sessions: readonly SessionToEnter[];
  readonly chosen: string | null;
  readonly onChange: (id: string) => void;
  readonly error: string | null;
}

/** Where the free sitting can be; what cannot be chosen says why. */
function Offers({ sessions, chosen, onChange, error }: OffersProps) {
  const { t } = useTranslation('admin');
  const text = useLocalized();
  const format = useFormat();
  const enteringText = useEnteringText();
  const isEnterable = ({ entering }: SessionToEnter) => entering.kind === 'allowed';
  return (
    <>
      {!sessions.some(isEnterable) && <p>{t('freeSitting.noSession')}</p>}
      {sessions.length > 0 && (
        <RadioCards
          legend={t('freeSitting.session')}
          cards={sessions.map((session) => ({
            value: session.id,
            label: text(session.title),
            text: [
              t('sessions.state.span', {
                from: format.dateTime(session.opensAt),
                to: format.dateTime(session.closesAt),
              }),
              ...enteringText(session),
            ].join(' · '),
            disabled: !isEnterable(session),
          }))}
          value={chosen}
          onChange={onChange}
          error={error}
        />
      )}
    </>
  );
}
