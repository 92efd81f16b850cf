import type { AccommodationState } from '@ennead/contracts';
import { useTranslation } from '../i18n/use-translation.ts';
import { StateMark, type StateTone } from './state-mark.tsx';

const tones: Readonly<Record<AccommodationState, StateTone>> = {
  asked: 'active',
  approved: 'good',
  refused: 'bad',
  withdrawn: 'neutral',
  ended: 'neutral',
  lapsed: 'neutral',
};

/** How an accommodation stands. Its words are of the namespace `accommodations`. */
export function AccommodationMark({ state }: { readonly state: AccommodationState }) {
  const { t } = useTranslation('accommodations');
  return <StateMark tone={tones[state]}>{t(`state.${state}`)}</StateMark>;
}
