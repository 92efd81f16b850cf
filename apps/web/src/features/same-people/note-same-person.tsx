import { reasonLength } from '@ennead/contracts';
import { useId } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { TextArea, TextField } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useCheckedForm } from '../../lib/form/use-checked-form.ts';
import { noteSamePerson } from '../../queries/same-people.ts';
import { Entries } from './entries.tsx';
import styles from './same-people.module.css';
import { usePairAct } from './use-pair-act.ts';

/** By their addresses. */
export interface Pair {
  readonly keep: string;
  readonly other: string;
}

interface Props {
  readonly pair: Pair;
  readonly onClose: () => void;
}

export function NoteSamePerson({ pair, onClose }: Props) {
  const { t } = useTranslation('same-people');
  const formId = useId();
  const act = usePairAct(noteSamePerson, ({ waits }) => t(waits ? 'form.waits' : 'form.done'), onClose);
  const { form, field, busy, refusedAsWhole } = useCheckedForm('POST /api/same-people', {
    shows: ['keep', 'other', 'reason'],
    initial: { ...pair, reason: '' },
    refusal: act.error,
    onSubmit: act.mutate,
  });
  return (
    <Dialog
      keepsInput
      open
      onClose={onClose}
      title={t('form.title')}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button type="submit" form={formId} tone="primary" busy={busy || act.isPending}>
            {t('form.submit')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} {...form}>
        <p>{t('form.means')}</p>
        <TextField
          label={t('form.keep')}
          hint={t('form.keepHint')}
          type="email"
          autoComplete="off"
          {...field('keep', t('form.emailFault'))}
        />
        <TextField
          label={t('form.other')}
          type="email"
          autoComplete="off"
          {...field('other', t('form.emailFault'))}
        />
        <TextArea
          label={t('form.reason')}
          hint={t('form.reasonHint')}
          maxLength={reasonLength.most}
          {...field('reason', t('form.reasonFault'))}
        />
        {refusedAsWhole && <ErrorState error={refusedAsWhole} inline />}
        {refusedAsWhole && <Entries error={act.error} />}
      </form>
    </Dialog>
  );
}
