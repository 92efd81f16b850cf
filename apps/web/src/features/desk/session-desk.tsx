import type { DeskRow, EntryState, ExamSessionView, SeenName } from '@ennead/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { Select } from '../../components/select.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { deskList, deskQuery, seeIdentities } from '../../queries/desk.ts';
import { CorrectName } from './correct-name.tsx';
import { useDeskColumns } from './desk-columns.tsx';
import { EndEntry } from './end-entry.tsx';
import { ExperienceDialog } from './experience-dialog.tsx';
import { PaperShown } from './paper-shown.tsx';
import { toPaper, type Paper } from './to-paper.ts';
import { useDeskAct } from './use-desk-act.tsx';
import { missingKinds, WaitingMarks } from './waiting-marks.tsx';

export type Asked = {
  readonly act: 'turn-down' | 'take-out' | 'experience' | 'name';
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
  const [chosen, setChosen] = useState<ReadonlyMap<string, SeenName>>(new Map());
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
    return toPaper(paper);
  };
  const hall = useDeskAct({
    send: (body: Parameters<typeof seeIdentities>[1]) => seeIdentities(session.id, body),
    said: ({ done }) => t('identitiesDone', { count: done }),
    onDone: () => setChosen(new Map()),
  });
  const columns = useDeskColumns({
    session,
    chosen,
    onChoose: ({ entryId, name, latinName }, isChosen) =>
      setChosen((before) => {
        const next = new Map(before);
        if (isChosen) next.set(entryId, { name, latinName });
        else next.delete(entryId);
        return next;
      }),
    paperShown: shown,
    onAsk: setAsked,
  });
  const asksIdentity = session.clearances.includes('identity');
  const seeChosen = () => {
    const how = shown();
    if (how) hall.mutate({ entries: [...chosen].map(([entryId, seen]) => ({ entryId, ...seen })), ...how });
  };
  const close = () => setAsked(null);
  return (
    <>
      {whole.data && <WaitingMarks counts={whole.data} />}
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
      {asksIdentity && (
        <PaperShown paper={paper} onChange={setPaper} tried={tried}>
          {chosen.size > 0 && (
            <Button tone="primary" busy={hall.isPending} onClick={seeChosen}>
              {t('identities', { count: chosen.size })}
            </Button>
          )}
        </PaperShown>
      )}
      {hall.data && hall.data.refused.length > 0 && (
        <StateMark tone="warn" isSentence>
          {t('identitiesRefused', { count: hall.data.refused.length })}
        </StateMark>
      )}
      {hall.fault}
      <PagedTable
        name="desk"
        caption={t('caption')}
        columns={columns}
        list={deskList(session.id)}
        query={query}
        rowKey={({ entryId }) => entryId}
        empty={<EmptyState title={t('empty')} />}
      />
      {asked && (asked.act === 'turn-down' || asked.act === 'take-out') && (
        <EndEntry row={asked.row} how={asked.act} onClose={close} />
      )}
      {asked?.act === 'experience' && whole.data && (
        <ExperienceDialog desk={whole.data.session} row={asked.row} onClose={close} />
      )}
      {asked?.act === 'name' && <CorrectName row={asked.row} onClose={close} />}
    </>
  );
}
