import type { AgreementsView, OwnEntry } from '@ennead/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useId } from 'react';
import { Link } from 'react-router';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { Loading } from '../../../components/loading.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useCheckedForm } from '../../../lib/form/use-checked-form.ts';
import { useMe } from '../../../queries/me.ts';
import { signApplication } from '../../../queries/entries.ts';
import { entryAgreementsQuery, pageQuery } from '../../../queries/pages.ts';
import styles from '../candidate-page.module.css';
import { useSeatAct } from './use-seat-act.ts';

// With what writes Markdown, which the page does not carry.
const Statement = lazy(async () => ({ default: (await import('./statement.tsx')).Statement }));

interface Props {
  readonly entry: OwnEntry;
  readonly onClose: () => void;
}

/** The application as it is signed: the statement, what is accepted with it, and the own name. */
export function SignApplication({ entry, onClose }: Props) {
  const { t } = useTranslation('candidate');
  const formId = useId();
  const agreements = useQuery(entryAgreementsQuery(entry.id));
  const client = useQueryClient();
  const sign = useSeatAct({
    send: (body: Parameters<typeof signApplication>[1]) => signApplication(entry.id, body),
    said: () => t('seat.sign.done'),
    onDone: onClose,
  });
  // Another version came meanwhile: it is shown beside the refusal, for the next press.
  const readAgain = () => {
    void client.invalidateQueries(pageQuery('application'));
    void agreements.refetch();
  };
  return (
    <Dialog
      open
      kind="wide"
      keepsInput
      onClose={onClose}
      title={t('seat.sign.title')}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button type="submit" form={formId} tone="primary" busy={sign.isPending}>
            {t('seat.sign.submit')}
          </Button>
        </>
      }
    >
      <p>{t('seat.sign.lead')}</p>
      <Suspense fallback={<Loading lines={6} />}>
        <Statement />
      </Suspense>
      {agreements.isPending && <Loading lines={3} />}
      {agreements.isError && <ErrorState error={agreements.error} inline onRetry={readAgain} />}
      {agreements.data && (
        <Signature
          key={agreements.data.documents.map(({ hash }) => hash).join()}
          id={formId}
          view={agreements.data}
          refusal={sign.error}
          onSubmit={sign.mutate}
          onReadAgain={readAgain}
        />
      )}
    </Dialog>
  );
}

interface SignatureProps {
  readonly id: string;
  readonly view: AgreementsView;
  readonly refusal: unknown;
  readonly onSubmit: (body: Parameters<typeof signApplication>[1]) => void;
  readonly onReadAgain: () => void;
}

function Signature({ id, view, refusal, onSubmit, onReadAgain }: SignatureProps) {
  const { t } = useTranslation('candidate');
  const { person } = useMe();
  const documents = view.documents
    .filter(({ purpose }) => purpose === 'entry')
    .map(({ document, hash }) => ({ document, hash }));
  const { form, field, refusedAsWhole } = useCheckedForm('POST /api/entries/:id/application', {
    shows: ['name'],
    initial: { name: '', documents },
    refusal,
    onSubmit,
  });
  return (
    <form id={id} className={styles.words} {...form}>
      <ul>
        {documents.map(({ document }) => (
          <li key={document}>
            <Link to={`/${document}`} target="_blank">
              {t(`common:document.${document}`)}
            </Link>{' '}
            <span className={styles.about}>({t('seat.sign.newTab')})</span>
          </li>
        ))}
      </ul>
      <TextField
        label={t('seat.sign.name')}
        hint={t('seat.sign.nameHint', { name: person?.name ?? '' })}
        autoComplete="off"
        {...field('name', t('seat.sign.nameFault'))}
      />
      {refusedAsWhole ? <ErrorState error={refusedAsWhole} inline onRetry={onReadAgain} /> : null}
    </form>
  );
}
