import type { Evidence, EvidenceView } from '@ennead/contracts';
import { Card } from '../../components/card.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { WithdrawButton } from './decided/withdraw-button.tsx';

interface Props {
  readonly view: EvidenceView;
  readonly evidence: Evidence;
}

/** That the grade which stands is above what the scores come to now, and the one way to lower it. */
export function AboveScoresCard({ view, evidence }: Props) {
  const { t } = useTranslation('decisions');
  const { withdrawal, decision } = view;
  const { grade: now } = evidence.result;
  const grade = decision?.grade ?? '';
  const way = !withdrawal ? 'proposed' : withdrawal.needsSecondPerson ? 'two' : 'one';
  return (
    <Card title={<StateMark tone="warn">{t('aboveScores.title')}</StateMark>}>
      <p>
        <strong>
          {now === null ? t('aboveScores.reachesNone', { grade }) : t('aboveScores.reaches', { grade, now })}
        </strong>
      </p>
      <p>{t(`aboveScores.stands.${way}`)}</p>
      <div>
        {withdrawal ? <WithdrawButton view={view} /> : <a href="#decision">{t('aboveScores.toProposal')}</a>}
      </div>
    </Card>
  );
}
