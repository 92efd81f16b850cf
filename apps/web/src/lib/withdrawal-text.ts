import { useTranslation } from '../i18n/use-translation.ts';
import { useFormat } from './format.ts';

interface Offered {
  readonly opensAt: string;
  /** Whether it has opened by the server's clock. */
  readonly isOpen: boolean;
  readonly isMock: boolean;
  /** Whether the body confirms each entry: until it has, an entry binds nobody. */
  readonly confirms: boolean;
}

/** Until when an entry that is about to be made can be withdrawn by oneself, and what it costs not to come. */
export function useWithdrawalText(): (session: Offered) => readonly string[] {
  const { t } = useTranslation('common');
  const format = useFormat();
  return ({ opensAt, isOpen, isMock, confirms }) => [
    isOpen
      ? t(confirms ? 'withdrawal.untilConfirmed' : 'withdrawal.bound')
      : t('withdrawal.until', { time: format.dateTime(opensAt) }),
    ...(isMock ? [] : [t('withdrawal.absence')]),
  ];
}
