import type { DeskRow, ExamSessionView, IdentityPaper } from '@ennead/contracts';
import { Button } from '../../components/button.tsx';
import { Menu, MenuItem } from '../../components/menu.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { isPending } from '../../lib/has-ended.ts';
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
  const more: readonly Asked['act'][] = [
    ...(isOpen && session.clearances.includes('experience') ? (['experience'] as const) : []),
    'name',
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
        {row.missing.includes('identity') && (
          <Button size="small" busy={identity.isPending} aria-label={t('identityOf', { name })} onClick={see}>
            {t('identity')}
          </Button>
        )}
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
      </span>
      {identity.fault}
      {confirm.fault}
    </div>
  );
}
