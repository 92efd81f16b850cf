import type { ExceptionNote } from '@ennead/contracts';
import { useTranslation } from '../i18n/use-translation.ts';
import { useFormat } from '../lib/format.ts';
import { Card } from './card.tsx';
import { DateTime } from './date-time.tsx';

/** Which bars were lifted for whom, by whom and why; nothing where none was. */
export function ExceptionNotes({ notes }: { readonly notes: readonly ExceptionNote[] }) {
  const { t } = useTranslation('exceptions');
  const { t: tieWords } = useTranslation('ties');
  const format = useFormat();
  if (notes.length === 0) return null;
  return (
    <Card title={t('notes.title')}>
      <p>{t('notes.lead')}</p>
      <ul>
        {notes.map(({ id, act, ties, personName, reason, approvedBy, answer, fromAt, untilAt }) => (
          <li key={id}>
            <p>
              {t('notes.line', {
                name: personName,
                ties: format.list(ties.map((tie) => tieWords(tie))),
                act: t(`act.${act}`),
              })}
              {' · '}
              <DateTime instant={fromAt} /> – <DateTime instant={untilAt} />
            </p>
            <p>{t('notes.why', { reason })}</p>
            <p>{t('notes.by', { name: approvedBy, answer })}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
