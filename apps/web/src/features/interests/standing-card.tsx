import type { ImpartialityRules, InterestsView } from '@ennead/contracts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useFormat } from '../../lib/format.ts';
import { confirmInterests } from '../../queries/interests.ts';
import styles from './interests.module.css';
import { useInterestAct } from './use-interest-act.ts';

interface Props {
  readonly view: InterestsView;
  readonly rules: ImpartialityRules | null;
}

/** Whether a declaration is due or until when the last one holds, and the way to make it. */
export function StandingCard({ view, rules }: Props) {
  const { t } = useTranslation('interests');
  const [asking, setAsking] = useState(false);
  return (
    <Card
      title={t('standing.title')}
      aside={
        <StateMark tone={view.isDue ? 'warn' : 'good'}>
          {t(view.isDue ? 'standing.due' : 'standing.holds')}
        </StateMark>
      }
    >
      <p>
        <Standing view={view} rules={rules} />
      </p>
      <div className={styles.act}>
        <Button tone={view.isDue ? 'primary' : undefined} onClick={() => setAsking(true)}>
          {t('standing.confirm')}
        </Button>
      </div>
      {asking && <ConfirmAll view={view} rules={rules} onClose={() => setAsking(false)} />}
    </Card>
  );
}

function Standing({ view: { declaredAt, holdsUntil, isDue }, rules }: Props) {
  const { t } = useTranslation('interests');
  const { date } = useFormat();
  if (!declaredAt) return t(isDue || rules?.declarationMonths ? 'standing.never' : 'standing.voluntary');
  if (isDue) return t('standing.lapsed', { date: date(declaredAt) });
  return holdsUntil
    ? t('standing.holdsText', { date: date(declaredAt), until: date(holdsUntil) })
    : t('standing.holdsOpen', { date: date(declaredAt) });
}

/** Says what is declared, and for how long. */
function ConfirmAll({ view, rules, onClose }: Props & { readonly onClose: () => void }) {
  const { t } = useTranslation('interests');
  const confirm = useInterestAct({ send: confirmInterests, said: t('confirm.done'), onClose });
  const count = view.interests.length;
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => confirm.mutate()}
      title={t('confirm.title')}
      confirmLabel={t('confirm.submit')}
      busy={confirm.isPending}
      error={confirm.error}
    >
      <p>{count > 0 ? t('confirm.some', { count }) : t('confirm.none')}</p>
      {rules?.declarationMonths && <p>{t('confirm.months', { count: rules.declarationMonths })}</p>}
      <p>{t('confirm.later')}</p>
    </ConfirmDialog>
  );
}
