import { optionLetters, type ResponseValue } from '@ennead/contracts';
import { ItemLine } from '../../components/item-text.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Choice } from './choices.ts';
import styles from './item-panel.module.css';

interface Props {
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly several: boolean;
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly readOnly: boolean;
  readonly onChoose: (next: ResponseValue) => void;
}

/** Native radios or checkboxes: what they are and what is chosen is said by every screen reader. */
export function ChoiceList({ name, choices, several, labelledBy, describedBy, readOnly, onChoose }: Props) {
  const { t } = useTranslation('exam');
  return (
    <fieldset
      className={styles.choices}
      disabled={readOnly}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
    >
      <legend className="visually-hidden">{t('item.options')}</legend>
      {choices.map((choice, at) => (
        <label key={choice.id} className={styles.choice}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={name}
            value={choice.id}
            checked={choice.isChosen}
            onChange={() => onChoose(choice.next)}
          />
          <span className={styles.letter}>{optionLetters[at]}</span>
          <span className={styles.choiceText}>
            <ItemLine>{choice.text}</ItemLine>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
