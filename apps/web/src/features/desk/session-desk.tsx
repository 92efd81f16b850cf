import { deskLimits, type DeskRow, type EntryState, type ExamSessionView } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '../../components/button.tsx';
import { ChosenBar } from '../../components/chosen-bar.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { Select } from '../../components/select.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { toast } from '../../lib/toast.ts';
import { useChosen } from '../../lib/use-chosen.ts';
import { deskList, deskQuery, seeIdentities } from '../../queries/desk.ts';
import { CorrectName } from './correct-name.tsx';
import { useDeskColumns } from './desk-columns.tsx';
import { EndEntry } from './end-entry.tsx';
import { ExperienceDialog } from './experience-dialog.tsx';
import { PaperShown } from './paper-shown.tsx';
import { kindOf } from './row-acts.tsx';
import { toPaper, type Paper } from './to-paper.ts';
import { useDeskAct } from './use-desk-act.tsx';
import { missingKinds, WaitingMarks } from './waiting-marks.tsx';
import { WithdrawSeen } from './withdraw-seen.tsx';

export type Asked = {
  readonly act: 'turn-down' | 'take-out' | 'experience' | 'name' | keyof typeof kindOf;
  readonly row: DeskRow;
};

const states = [
  'waiting',
  'invited',
  'requested',
  'entered',
  'declined',
  'turned-down',
  'withdrawn',
  'lapsed',
] as const;

/** Who is in a session; the paper that is shown holds for every press until another is chosen. */
export function SessionDesk({ session }: { readonly session: ExamSessionView }) {
  const { t } = useTranslation('desk');
  const [search, setSearch] = useSearchParams();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [paper, setPaper] = useState<Paper>({ how: 'id-card', note: '' });
  const [tried, setTried] = useState(false);
  const chosen = useChosen<DeskRow>({ keyOf: ({ entryId }) => entryId, most: deskLimits.atOnce });
  const whole = useQuery(deskQuery(session.id));
  const query = {
    missing: missingKinds.find((kind) => kind === search.get('missing')),
    state: states.find((state) => state === search.get('state')) satisfies EntryState | undefined,
  };
  const change = (name: 'missing' | 'state', value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        next.delete('desk.page');
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const shown = () => {
    setTried(true);
    const how = toPaper(paper);
    // The field stands above the list, out of sight of most rows.
    if (!how) toast(t('paper.noteFault'), { tone: 'bad' });
    return how;
  };
  const hall = useDeskAct({
    send: (body: Parameters<typeof seeIdentities>[1]) => seeIdentities(session.id, body),
    said: ({ done }) => t('identitiesDone', { count: done }),
    onDone: (seen) => {
      chosen.clear();
      const count = seen?.refused.length ?? 0;
      if (count > 0) toast(t('identitiesRefused', { count }), { tone: 'warn' });
    },
  });
  const columns = useDeskColumns({
    session,
    chosen,
    paperShown: shown,
    onAsk: setAsked,
  });
  const asksIdentity = session.clearances.includes('identity');
  const seeChosen = () => {
    const how = shown();
    if (how)
      hall.mutate({
        entries: chosen.rows.map(({ entryId, name, latinName }) => ({ entryId, name, latinName })),
        ...how,
      });
  };
  const close = () => setAsked(null);
  return (
    <>
      {whole.data && <WaitingMarks sessionId={session.id} counts={whole.data} />}
      <FilterBar
        label={t('filter')}
        clearLabel={t('clear')}
        onClear={
          query.missing || query.state
            ? () => setSearch({ session: session.id }, { replace: true, preventScrollReset: true })
            : undefined
        }
      >
        <Select
          label={t('missing')}
          value={query.missing ?? ''}
          onChange={(value) => change('missing', value)}
          options={[
            { value: '', label: t('all') },
            ...missingKinds.map((value) => ({ value, label: t(`common:clearance.${value}`) })),
          ]}
        />
        <Select
          label={t('state')}
          value={query.state ?? ''}
          onChange={(value) => change('state', value)}
          options={[
            { value: '', label: t('all') },
            ...states.map((value) => ({
              value,
              label: value === 'entered' ? t('states.entered') : t(`common:entry.state.${value}`),
            })),
          ]}
        />
      </FilterBar>
      {asksIdentity && <PaperShown paper={paper} onChange={setPaper} tried={tried} />}
      {hall.data && hall.data.refused.length > 0 && (
        <StateMark tone="warn" isSentence>
          {t('identitiesRefused', { count: hall.data.refused.length })}
        </StateMark>
      )}
      <ChosenBar
        count={chosen.rows.length}
        onNone={chosen.clear}
        acts={
          <>
            <Button tone="primary" busy={hall.isPending} onClick={seeChosen}>
              {t('identities', { count: chosen.rows.length, paper: t(`paper.${paper.how}`) })}
            </Button>
            {hall.fault}
          </>
        }
      >
        <PagedTable
          name="desk"
          caption={t('caption')}
          columns={columns}
          list={deskList(session.id)}
          query={query}
          rowKey={({ entryId }) => entryId}
          empty={<EmptyState title={t('empty')} />}
        />
      </ChosenBar>
      {asked && (asked.act === 'turn-down' || asked.act === 'take-out') && (
        <EndEntry row={asked.row} how={asked.act} onClose={close} />
      )}
      {asked?.act === 'experience' && whole.data && (
        <ExperienceDialog desk={whole.data.session} row={asked.row} onClose={close} />
      )}
      {asked && (asked.act === 'withdraw-identity' || asked.act === 'withdraw-experience') && (
        <WithdrawSeen row={asked.row} kind={kindOf[asked.act]} onClose={close} />
      )}
      {asked?.act === 'name' && <CorrectName row={asked.row} onClose={close} />}
    </>
  );
}
