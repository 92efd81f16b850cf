import type { MessageState } from '@ennead/contracts';
import type { IconName } from '../../../components/icon.tsx';
import { StateMark, type StateTone } from '../../../components/state-mark.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';

const looks: Record<MessageState, { readonly tone: StateTone; readonly icon?: IconName }> = {
  queued: { tone: 'neutral', icon: 'clock' },
  sending: { tone: 'active' },
  uncertain: { tone: 'warn' },
  refused: { tone: 'bad' },
  captured: { tone: 'good', icon: 'inbox' },
  sent: { tone: 'good' },
  suppressed: { tone: 'neutral', icon: 'bell' },
};

export function MessageStateMark({ state }: { readonly state: MessageState }) {
  const { t } = useTranslation('admin');
  const { tone, icon } = looks[state];
  return (
    <StateMark tone={tone} icon={icon}>
      {t(`inbox.messageState.${state}`)}
    </StateMark>
  );
}
