import { formatScore, type CarriedScore } from '@ennead/contracts';
import { Link } from 'react-router';
import { StateMark } from '../../../components/state-mark.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useFormat } from '../../../lib/format.ts';
import { useCasePath } from '../use-case-path.ts';
import type { PartStepCode } from './list-steps.ts';
import { Step } from './step.tsx';

interface Props {
  readonly code: PartStepCode;
  readonly partId: string;
  readonly carried: CarriedScore;
}

/** A part that was not taken because a score counts for it that was reached in an earlier try. */
export function CarriedStep({ code, partId, carried }: Props) {
  const { t } = useTranslation('decisions');
  const format = useFormat();
  const { scoreCents, satAt, fromNumber } = carried;
  const score = formatScore(scoreCents);
  return (
    <Step
      code={code}
      partId={partId}
      aside={
        <>
          <StateMark tone="good">{t('carriedStep.state')}</StateMark>
          <strong>{t('score', { score })}</strong>
        </>
      }
    >
      <p>{t('carriedStep.text', { number: fromNumber, score, date: format.date(satAt) })}</p>
      <CarriedLink carried={carried} />
    </Step>
  );
}

/** To the evidence of the try that a score was carried over from. */
export function CarriedLink({ carried: { fromEntryId, fromNumber } }: Pick<Props, 'carried'>) {
  const { t } = useTranslation('decisions');
  const pathOf = useCasePath();
  return (
    <p>
      <Link to={pathOf(fromEntryId)}>{t('carriedStep.see', { number: fromNumber })}</Link>
    </p>
  );
}
