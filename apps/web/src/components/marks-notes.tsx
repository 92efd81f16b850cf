import type { MarksNote } from '@ennead/contracts';
import { useTranslation } from '../i18n/use-translation.ts';
import { useFormat } from '../lib/format.ts';
import { Card } from './card.tsx';
import { DateTime } from './date-time.tsx';
import { StateMark } from './state-mark.tsx';

/** Marks that came into question and what became of them; nothing where there are none. */
export function MarksNotes({ notes }: { readonly notes: readonly MarksNote[] }) {
  const { t } = useTranslation('exceptions');
  const { t: tieWords } = useTranslation('ties');
  const format = useFormat();
  if (notes.length === 0) return null;
  return (
    <Card title={t('marks.title')}>
      <p>{t('marks.lead')}</p>
      <ul>
        {notes.map(({ reviewId, reviewerName, kind, number, submittedAt, ties, answer }) => (
          <li key={`${reviewId} ${answer?.answeredAt ?? ''}`}>
            <p>
              <StateMark tone={answer ? 'neutral' : 'warn'} isSentence>
                {t(answer ? `marks.answer.${answer.answer}` : 'marks.waits')}
              </StateMark>
            </p>
            <p>
              {t(`marks.line.${kind}`, {
                name: reviewerName,
                number,
                ties: format.list(ties.map((tie) => tieWords(`tie.${tie}`))),
              })}
              {' · '}
              <DateTime instant={submittedAt} />
            </p>
            {answer && (
              <p>
                {t('marks.by', { name: answer.answeredBy, reason: answer.reason })}
                {' · '}
                <DateTime instant={answer.answeredAt} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
