import {
  type DimensionCode,
  type EnterInput,
  type OwnEnrolment,
  type SessionToEnter,
} from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState, type SubmitEvent } from 'react';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { RadioCards, type RadioCard } from '../../../components/radio-cards.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useEnteringText } from '../../../lib/entering-text.ts';
import { useFormat } from '../../../lib/format.ts';
import { useLocalized } from '../../../lib/localized.ts';
import { useSeveralParts } from '../../../lib/several-parts.ts';
import { toast } from '../../../lib/toast.ts';
import { useAct } from '../../../lib/use-act.ts';
import { enterAgain } from '../../../queries/entries.ts';
import { CarryChoice } from './carry-choice.tsx';
import { useCountedText } from './counted-text.ts';
import { refreshTries } from './refresh-tries.ts';
import styles from './tries.module.css';

interface Props {
  readonly enrolment: OwnEnrolment;
  /** Which try this will be. */
  readonly number: number;
  readonly onClose: () => void;
}

/** Chooses the session of the next try and the scores to carry over, with what that means. */
export function EnterDialog({ enrolment, number, onClose }: Props) {
  const { t } = useTranslation('tries');
  const formId = useId();
  const counted = useCountedText()(enrolment);
  const client = useQueryClient();
  // What can be chosen comes first; the others say why not.
  const sessions = enrolment.sessions.toSorted((a, b) => Number(isEnterable(b)) - Number(isEnterable(a)));
  const [only, ...further] = sessions.filter(isEnterable);
  const [sessionId, setSessionId] = useState<string | null>(further.length === 0 ? (only?.id ?? null) : null);
  const [chosen, setChosen] = useState<readonly DimensionCode[]>([]);
  const [tried, setTried] = useState(false);
  const session = sessions.find((one) => one.id === sessionId && isEnterable(one));
  const options = session ?? { carry: enrolment.carry, carryOver: enrolment.rules.carryOver };
  const mayCarry = (dimension: DimensionCode) =>
    options.carry.some((one) => one.dimension === dimension && one.verdict.kind === 'carriable');
  const needed = session ? closedDimensions(session).filter(mayCarry) : [];
  const carry = [...new Set([...needed, ...chosen.filter(mayCarry)])].slice(0, 2);
  const enter = useAct({
    mutationFn: (input: EnterInput) => enterAgain(enrolment.id, input),
    onSuccess: async (entry) => {
      await refreshTries(client);
      toast(t('enter.done', { number: entry.number }));
      onClose();
    },
    // What was shown no longer holds; the words of the refusal stay.
    onError: () => void refreshTries(client),
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (session) enter.mutate({ examSessionId: session.id, carry });
    else event.currentTarget.querySelector<HTMLElement>('input[type=radio]:enabled')?.focus();
  };
  return (
    <Dialog
      open
      kind="wide"
      onClose={onClose}
      title={t('enter.title', { number })}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button type="submit" form={formId} tone="primary" busy={enter.isPending}>
            {t('enter.submit')}
          </Button>
        </>
      }
    >
      {counted && <p>{counted}</p>}
      <form id={formId} className={styles.form} noValidate onSubmit={submit}>
        <RadioCards
          legend={t('enter.session')}
          cards={useSessionCards(sessions)}
          value={session?.id ?? null}
          onChange={setSessionId}
          error={tried && !session && !enter.error ? t('enter.sessionFault') : null}
        />
        <CarryChoice options={options} chosen={carry} needed={needed} onChange={setChosen} />
      </form>
      {enter.error && <ErrorState error={enter.error} inline />}
    </Dialog>
  );
}

const isEnterable = ({ entering }: SessionToEnter) => entering.kind === 'allowed';

const closedDimensions = ({ parts }: SessionToEnter): DimensionCode[] =>
  parts.filter(({ isClosed }) => isClosed).map(({ dimension }) => dimension);

function useSessionCards(sessions: readonly SessionToEnter[]): RadioCard<string>[] {
  const { t } = useTranslation('tries');
  const text = useLocalized();
  const format = useFormat();
  const severalParts = useSeveralParts();
  const enteringText = useEnteringText();
  return sessions.map((session) => ({
    value: session.id,
    label: text(session.title),
    text: [
      t('enter.window', { from: format.dateTime(session.opensAt), to: format.dateTime(session.closesAt) }),
      t('enter.scheme', { version: session.scheme.version }),
      ...severalParts(session.parts),
      ...enteringText(session),
    ].join(' · '),
    disabled: !isEnterable(session),
  }));
}
