import { formatScore, type DimensionCode, type OpenCarryChoice } from '@ennead/contracts';
import { Checkbox } from '../../../components/checkbox.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useFormat } from '../../../lib/format.ts';
import { useCarryText } from './carry-text.ts';
import styles from './tries.module.css';

interface Props {
  /** By the scheme of the session; before one is chosen, by the one in force. */
  readonly options: Pick<OpenCarryChoice, 'carry' | 'carryOver'>;
  readonly chosen: readonly DimensionCode[];
  /** Of these, what has closed in the session and so must be carried over. */
  readonly needed: readonly DimensionCode[];
  readonly onChange: (chosen: readonly DimensionCode[]) => void;
}

/** Scores that may be carried over, to be ticked; what may not says why. */
export function CarryChoice({ options: { carry, carryOver }, chosen, needed, onChange }: Props) {
  const { t } = useTranslation('tries');
  const format = useFormat();
  const carryText = useCarryText();
  const carriable = carry.filter(({ verdict }) => verdict.kind !== 'refused');
  const isFull = chosen.length === 2;
  const toggle = (dimension: DimensionCode, on: boolean) =>
    onChange(on ? [...chosen, dimension] : chosen.filter((one) => one !== dimension));
  return (
    <fieldset className={styles.choice}>
      <legend>{t('enter.carry')}</legend>
      {carriable.length === 0 && <p>{t('enter.carryNone')}</p>}
      {carry.map((option) => {
        const { dimension, scoreCents, fromNumber, satAt, verdict } = option;
        if (verdict.kind === 'refused') return <p key={dimension}>{carryText({ ...option, verdict })}</p>;
        const isChosen = chosen.includes(dimension);
        const isNeeded = needed.includes(dimension);
        return (
          <Checkbox
            key={dimension}
            label={t('enter.carryOption', {
              dimension: t(`common:dimension.${dimension}`),
              score: formatScore(scoreCents),
            })}
            hint={
              isNeeded
                ? t('enter.needed', { dimension: t(`common:dimension.${dimension}`) })
                : t('enter.carryHint', { number: fromNumber, date: format.date(satAt) })
            }
            checked={isChosen}
            disabled={isNeeded || (isFull && !isChosen)}
            onChange={(event) => toggle(dimension, event.target.checked)}
          />
        );
      })}
      {isFull && carriable.length === 3 && <p>{t('enter.all')}</p>}
      {carriable.length > 0 && <p>{t('enter.means')}</p>}
      {carryOver?.provisional && <p>{t('enter.provisional', { mark: formatScore(carryOver.fromCents) })}</p>}
    </fieldset>
  );
}
