import type { ReleasedItem } from '@ennead/contracts';
import { useState } from 'react';
import { ItemText } from '../../components/item-text.tsx';
import { RadioCards } from '../../components/radio-cards.tsx';
import { StateMark, type StateTone } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ReleasedChoices } from './released-choices.tsx';
import styles from './report-page.module.css';

const tones: Record<ReleasedItem['outcome'], StateTone> = {
  right: 'good',
  partial: 'warn',
  wrong: 'bad',
  unanswered: 'neutral',
  unreadable: 'warn',
};

/** Item by item: what was asked, what was answered, what is right, and why. */
export function ReleasedItems({ items }: { readonly items: readonly ReleasedItem[] }) {
  const { t } = useTranslation('exam');
  const [filter, setFilter] = useState<'all' | 'toReview'>('all');
  const numbered = items.map((released, at) => ({ released, number: at + 1 }));
  const shown = numbered.filter(({ released }) => filter === 'all' || released.outcome !== 'right');
  return (
    <>
      <RadioCards
        legend={t('report.filter')}
        value={filter}
        onChange={setFilter}
        cards={(['all', 'toReview'] as const).map((value) => ({ value, label: t(`report.${value}`) }))}
      />
      {shown.length === 0 && <p>{t('report.noneToReview')}</p>}
      <ol role="list" className={styles.released}>
        {shown.map(({ released, number }) => (
          <li key={released.item.id}>
            <Released released={released} number={number} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Released({ released, number }: { readonly released: ReleasedItem; readonly number: number }) {
  const { t, locale } = useTranslation('exam');
  const { item, outcome, earned, of, rationale } = released;
  return (
    <details className={styles.details}>
      <summary>
        <span className={styles.summary}>
          <strong>{t('item.heading', { number })}</strong>
          <StateMark tone={tones[outcome]}>{t(`report.outcome.${outcome}`)}</StateMark>
          <span className={styles.earned}>{t('report.earned', { earned, of })}</span>
        </span>
      </summary>
      <div className={styles.body}>
        <ItemText>{item.stem[locale]}</ItemText>
        {item.options ? <ReleasedChoices released={released} /> : <Typed released={released} />}
        <div>
          <h3>{t('report.why')}</h3>
          <ItemText>{rationale[locale]}</ItemText>
        </div>
      </div>
    </details>
  );
}

/** Answer and key of what was typed, or was true or false. */
function Typed({ released: { response, key, item } }: { readonly released: ReleasedItem }) {
  const { t, locale } = useTranslation('exam');
  const truth = (value: boolean) => t(value ? 'item.true' : 'item.false');
  const unit = item.unit ? ` ${item.unit[locale]}` : '';
  const answer =
    response && 'truth' in response
      ? truth(response.truth)
      : response && 'text' in response
        ? `${response.text}${unit}`
        : t('report.noAnswer');
  const keyText = () => {
    if ('truth' in key) return truth(key.truth);
    if ('accept' in key) return key.accept.join(' / ');
    if (!('value' in key)) return '';
    if (key.tolerance === 0) return `${key.value}${unit}`;
    return t('report.tolerance', { value: `${key.value}${unit}`, tolerance: key.tolerance });
  };
  return (
    <dl className={styles.typed}>
      <dt>{t('report.yours')}</dt>
      <dd>{answer}</dd>
      <dt>{t('report.key')}</dt>
      <dd>{keyText()}</dd>
    </dl>
  );
}
