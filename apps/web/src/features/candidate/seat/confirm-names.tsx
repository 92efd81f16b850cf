import type { OwnEntry } from '@ennead/contracts';
import { Link } from 'react-router';
import { FormDialog } from '../../../components/form-dialog.tsx';
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
  const act = useSeatAct({
    send: (body: Parameters<typeof confirmNames>[1]) => confirmNames(entry.id, body),
    said: () => t('seat.names.done'),
    onDone: onClose,
  });
  const { form, field, busy, refusedAsWhole } = useCheckedForm('POST /api/entries/:id/names', {
    shows: ['name', 'latinName'],
    initial: { name: person?.name ?? '', latinName: '' },
    refusal: act.error,
    onSubmit: act.mutate,
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
      {entry.isIdentitySeen && <p className={styles.about}>{t('seat.names.seenAnew')}</p>}
    </FormDialog>
  );
}
