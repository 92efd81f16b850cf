import { Link } from 'react-router';
import type { Bar, CaseAct, Scheme } from '@ennead/contracts';
import { Card } from '../../components/card.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/localized.ts';
import { useMe } from '../../queries/me.ts';
import styles from './interests.module.css';

const acts = [
  'assign',
  'mark',
  'settle',
  'excuse',
  'decide',
  'inspect',
  'arrange',
  'prepare',
] as const satisfies readonly CaseAct[];

/** Who must not do what, for how long, and why: as the scheme in force says. */
export function RulesCard({ scheme }: { readonly scheme: Scheme }) {
  const { t } = useTranslation('interests');
  const { t: tieWords } = useTranslation('ties');
  const roles = useMe().person?.roles ?? [];
  const seesThreats = roles.some((role) => ['registrar', 'certifier', 'administrator'].includes(role));
  const text = useLocalized();
  const format = useFormat();
  const from = (bar: Bar) =>
    acts.every((act) => bar.from.includes(act))
      ? t('rules.everything')
      : format.list(bar.from.map((act) => t(`act.${act}`)));
  return (
    <Card title={t('rules.title')}>
      <p className={styles.soft}>{t('rules.lead', { scheme: text(scheme.title) })}</p>
      {seesThreats && (
        <p>
          <Link to="/threats">{t('rules.threats')}</Link>
        </p>
      )}
      <div className={styles.wholeWords}>
        <PlainTable
          caption={t('rules.caption')}
          rows={scheme.rules.impartiality.bars}
          rowKey={(bar) => `${bar.tie} ${bar.from.join(' ')}`}
          columns={[
            {
              key: 'tie',
              header: t('rules.tie'),
              cell: ({ tie }) => <strong className={styles.rule}>{tieWords(tie)}</strong>,
            },
            { key: 'acts', header: t('rules.acts'), cell: from },
            {
              key: 'howLong',
              header: t('rules.howLong'),
              cell: ({ months }) =>
                months === null ? t('rules.always') : t('rules.while', { count: months }),
            },
            { key: 'reason', header: t('rules.reason'), cell: ({ reason }) => text(reason) },
          ]}
        />
      </div>
    </Card>
  );
}
