import type { OpenCarryChoice } from '@ennead/contracts';
import { Button } from '../../../components/button.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { carriableIn, keptIn } from '../../../lib/open-carry.ts';
import styles from './tries.module.css';
import type { ChoosingCarry } from './use-choosing-carry.tsx';

interface Props {
  readonly choice: OpenCarryChoice;
  readonly onChoose: ChoosingCarry['choose'];
}

/** Says that what is carried over is still to be chosen, and opens the choice; nothing where there is none. */
export function OpenCarry({ choice, onChoose }: Props) {
  const { t } = useTranslation('tries');
  const carriable = carriableIn(choice);
  const hasCarried = keptIn(choice).length > 0;
  if (!hasCarried && carriable.length === 0) return null;
  const dimensions = carriable.map((dimension) => t(`common:dimension.${dimension}`));
  return (
    <div className={styles.next}>
      <p>
        {hasCarried
          ? t('choice.carried')
          : t('choice.open', { dimensions: dimensions.join(t('choice.and')) })}
      </p>
      <Button size="small" onClick={() => onChoose(choice)}>
        {t(hasCarried ? 'choice.change' : 'choice.choose')}
      </Button>
    </div>
  );
}
