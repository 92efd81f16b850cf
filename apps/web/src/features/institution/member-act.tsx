import type { CohortMember, CohortView } from '@ennead/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { Select } from '../../components/select.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { cohortQuery, cohortsQuery, mailAgain, moveMember, withdrawMember } from '../../queries/cohorts.ts';
import { Notice } from './notice.tsx';
import { useUnsentWords } from './use-unsent-words.ts';

export type ActName = 'mail' | 'move' | 'withdraw';

interface Props {
  readonly cohort: CohortView;
  readonly member: CohortMember;
  readonly onClose: () => void;
}

/** What a manager does about one member, asked for once more. */
export function MemberAct({ name, ...props }: Props & { readonly name: ActName }) {
  switch (name) {
    case 'mail':
      return <MailMember {...props} />;
    case 'move':
      return <MoveMember {...props} />;
    case 'withdraw':
      return <WithdrawMember {...props} />;
  }
}

/** The cohort and its members stand in the list anew, and the reader is told. */
function useDone({ id }: CohortView, onClose: () => void) {
  const client = useQueryClient();
  return async (words: string) => {
    await client.invalidateQueries({ queryKey: cohortQuery(id).queryKey });
    toast(words);
    onClose();
  };
}

function MailMember({ cohort, member, onClose }: Props) {
  const { t } = useTranslation('institution');
  const done = useDone(cohort, onClose);
  const words = useUnsentWords();
  const mail = useAct({
    mutationFn: () => mailAgain(cohort.id, [member.entryId]),
    onSuccess: (answer) => done(words.mailedAgain(answer)),
  });
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => mail.mutate()}
      title={t('mailAgain.titleFor', { name: member.name })}
      confirmLabel={t('mailAgain.confirm')}
      busy={mail.isPending}
      error={mail.error}
    >
      <p>{t(member.seat === 'lapsed' ? 'mailAgain.anewText' : 'mailAgain.text')}</p>
    </ConfirmDialog>
  );
}

function MoveMember({ cohort, member, onClose }: Props) {
  const { t } = useTranslation('institution');
  const done = useDone(cohort, onClose);
  const cohorts = useQuery(cohortsQuery);
  const [to, setTo] = useState('');
  const [missing, setMissing] = useState(false);
  const others = (cohorts.data ?? []).filter(
    ({ id, examSession, archivedAt }) =>
      id !== cohort.id && archivedAt === null && examSession.id === cohort.examSession.id,
  );
  const move = useAct({
    mutationFn: () => moveMember(cohort.id, member.entryId, to),
    onSuccess: () => done(t('move.done', { name: member.name })),
  });
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => (to ? move.mutate() : setMissing(true))}
      title={t('move.title', { name: member.name })}
      confirmLabel={t('move.confirm')}
      busy={move.isPending}
      error={move.error}
    >
      <p>{t('move.text')}</p>
      {cohorts.isSuccess && others.length === 0 ? (
        <Notice>{t('move.none')}</Notice>
      ) : (
        <Select
          label={t('move.to')}
          error={missing ? t('move.fault') : null}
          value={to}
          onChange={(value) => {
            setMissing(false);
            setTo(value);
          }}
          options={[
            { value: '', label: t('new.choose') },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
    </ConfirmDialog>
  );
}

function WithdrawMember({ cohort, member, onClose }: Props) {
  const { t } = useTranslation('institution');
  const done = useDone(cohort, onClose);
  const words = useUnsentWords();
  const withdraw = useAct({
    mutationFn: (why: string) => withdrawMember(cohort.id, member.entryId, why),
    onSuccess: (answer) =>
      done([t('withdraw.done', { name: member.name }), ...words.withdrawn(answer)].join(' ')),
  });
  return (
    <ReasonDialog
      onClose={onClose}
      onConfirm={withdraw.mutate}
      title={t('withdraw.title', { name: member.name })}
      confirmLabel={t('withdraw.confirm')}
      tone="danger"
      act={withdraw}
      reason={{
        label: t('withdraw.reason'),
        hint: t('withdraw.reasonHint'),
        fault: t('withdraw.reasonFault'),
      }}
    >
      <p>{t('withdraw.text')}</p>
    </ReasonDialog>
  );
}
