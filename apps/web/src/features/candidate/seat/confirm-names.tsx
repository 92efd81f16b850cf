import { isOtherLatinName, type OwnEntry } from '@ennead/contracts';
import { useState } from 'react';
import { Link } from 'react-router';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { StateMark } from '../../../components/state-mark.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useCheckedForm } from '../../../lib/form/use-checked-form.ts';
import { confirmNames } from '../../../queries/entries.ts';
import { useMe } from '../../../queries/me.ts';
import styles from '../candidate-page.module.css';
import { useSeatAct } from './use-seat-act.ts';

interface Props {
  readonly entry: OwnEntry;
  readonly onClose: () => void;
}

/** The name of the account, to be compared with the papers, and the same in Latin letters. */
export function ConfirmNames({ entry, onClose }: Props) {
  const { t } = useTranslation('candidate');
  const { person } = useMe();
  // The name that was asked about: pressed once more, it is meant.
  const [asked, setAsked] = useState<string | null>(null);
  const act = useSeatAct({
    send: (body: Parameters<typeof confirmNames>[1]) => confirmNames(entry.id, body),
    said: () => t('seat.names.done'),
    onDone: onClose,
  });
  const { form, field, values, busy, refusedAsWhole } = useCheckedForm('POST /api/entries/:id/names', {
    shows: ['name', 'latinName'],
    initial: { name: person?.name ?? '', latinName: '' },
    refusal: act.error,
    onSubmit: (body) => {
      const isMeant = asked === body.latinName || !isOtherLatinName(body.name, body.latinName);
      if (isMeant) act.mutate(body);
      else setAsked(body.latinName);
    },
  });
  return (
    <FormDialog
      onClose={onClose}
      title={t('seat.names.title')}
      submitLabel={t('seat.names.submit')}
      busy={busy || act.isPending}
      form={form}
      refusal={refusedAsWhole}
    >
      <TextField label={t('seat.names.name')} readOnly {...field('name', t('seat.names.nameFault'))} />
      <p className={styles.about}>
        {t('seat.names.wrong')} <Link to="/contact">{t('seat.names.contact')}</Link>
      </p>
      <TextField
        label={t('seat.names.latinName')}
        hint={t('seat.names.latinHint')}
        autoComplete="off"
        lang="en"
        {...field('latinName', t('seat.names.latinFault'))}
      />
      {asked !== null && asked === values.latinName && (
        <div role="alert">
          <StateMark tone="warn" isSentence>
            {t('seat.names.isOther', { name: person?.name ?? '' })}
          </StateMark>
        </div>
      )}
      {entry.isIdentitySeen && <p className={styles.about}>{t('seat.names.seenAnew')}</p>}
    </FormDialog>
  );
}
