import type { PersonalTie } from '@ennead/contracts';
import { useTranslation } from '../i18n/use-translation.ts';
import { personalTies } from '../lib/ties.ts';
import { RadioCards } from './radio-cards.tsx';

interface Props {
  readonly legend: string;
  readonly value: PersonalTie;
  readonly onChange: (tie: PersonalTie) => void;
}

/** What somebody is to a candidate whom they have come across. Its words are of the namespace `interests`. */
export function TieChoice({ legend, value, onChange }: Props) {
  const { t } = useTranslation('interests');
  return (
    <RadioCards
      legend={legend}
      value={value}
      onChange={onChange}
      cards={personalTies.map((tie) => ({ value: tie, label: t(`tie.${tie}`), text: t(`about.${tie}`) }))}
    />
  );
}
