import type { DeskRow, ExamSessionView, IdentityPaper } from '@ennead/contracts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { Menu, MenuItem } from '../../components/menu.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { hasFallen, isPending, isTaken } from '../../lib/has-ended.ts';
import { confirmEntry, seeIdentity } from '../../queries/desk.ts';
import styles from './desk.module.css';
import type { Asked } from './session-desk.tsx';
import { useDeskAct } from './use-desk-act.tsx';

interface Props {
  readonly session: ExamSessionView;
  readonly row: DeskRow;
  readonly paperShown: () => { how: IdentityPaper; note: string | null } | null;
  readonly onAsk: (asked: Asked) => void;
}

/** What is taken back by which act. */
export const kindOf = { 'withdraw-identity': 'identity', 'withdraw-experience': 'experience' } as const;
const withdrawable = ['withdraw-identity', 'withdraw-experience'] as const;

/** What can be done about one entry: what is usual with one press, the rest in a menu. */
export function RowActs({ session, row, paperShown, onAsk }: Props) {
  const { t } = useTranslation('desk');
  const { entryId, name, latinName, state } = row;
  const identity = useDeskAct({
    send: (body: Parameters<typeof seeIdentity>[1]) => seeIdentity(entryId, body),
    said: () => t('identityDone', { name }),
  });
  const confirm = useDeskAct({
    send: () => confirmEntry(entryId),
    said: () => t('confirmed', { name }),
  });
  const see = () => {
    const paper = paperShown();
    if (paper) identity.mutate({ ...paper, seen: { name, latinName } });
  };
  const isOpen = (state === 'entered' || isPending(state)) && session.window !== 'closed';
  // Whoever was only named, or is not in it any more, has shown nobody anything.
  const isSeen = isTaken(state) || !(isPending(state) || hasFallen(state));
  const given = row.given.map(({ kind }) => kind);
  const more: readonly Asked['act'][] = [
    ...(isOpen && isTaken(state) && session.clearances.includes('experience')
      ? (['experience'] as const)
      : []),
    ...(isSeen ? (['name'] as const) : []),
    ...(isTaken(state) && !row.hasBegun ? withdrawable.filter((act) => given.includes(kindOf[act])) : []),
    ...(state === 'requested' ? (['turn-down'] as const) : []),
    ...(isOpen && !row.hasBegun ? (['take-out'] as const) : []),
  ];
  return (
    <div className={styles.lines}>
      <span className={styles.acts}>
        {state === 'requested' && (
          <Button
            size="small"
            busy={confirm.isPending}
            aria-label={t('confirmOf', { name })}
            onClick={() => confirm.mutate()}
          >
            {t('confirm')}
          </Button>
        )}
        {isTaken(state) && row.missing.includes('identity') && (
          <Button size="small" busy={identity.isPending} aria-label={t('identityOf', { name })} onClick={see}>
            {t('identity')}
          </Button>
        )}
        {isTaken(state) && row.missing.includes('address') && (
          <ButtonLink
            size="small"
            to={{
              pathname: '/addresses',
              search: new URLSearchParams({ 'addresses.q': row.email }).toString(),
            }}
            aria-label={t('addressOf', { name })}
          >
            {t('address')}
          </ButtonLink>
        )}
        {more.length > 0 && (
          <Menu
            trigger={
              <Button size="small" iconAfter="down" aria-label={t('moreOf', { name })}>
                {t('more')}
              </Button>
            }
          >
            {more.map((act) => (
              <MenuItem key={act} onSelect={() => onAsk({ act, row })}>
                {t(`act.${act}`)}
              </MenuItem>
            ))}
          </Menu>
        )}
      </span>
      {identity.fault}
      {confirm.fault}
    </div>
  );
}
