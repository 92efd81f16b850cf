import type { CohortView } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Menu, MenuItem } from '../../components/menu.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { changeCohort, cohortsQuery, mailAgain, makeLinks } from '../../queries/cohorts.ts';
import { Notice } from './notice.tsx';
import { useSaveLinks } from './roster/use-save-links.ts';
import { useUnsentWords } from './use-unsent-words.ts';

type Asked = 'rename' | 'archive' | 'mail' | 'links';

interface Props {
  readonly cohort: CohortView;
}

/** What is done rarely, or for all of a cohort at once. */
export function CohortMenu({ cohort }: Props) {
  const { t } = useTranslation('institution');
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const unanswered = countUnanswered(cohort);
  const isAway = cohort.archivedAt !== null;
  return (
    <>
      <Menu trigger={<Button icon="menu">{t('cohort.more')}</Button>}>
        {unanswered > 0 && !isAway && (
          <>
            <MenuItem icon="refresh" onSelect={() => setAsked('mail')}>
              {t('mailAgain.all')}
            </MenuItem>
            <MenuItem icon="link" onSelect={() => setAsked('links')}>
              {t('links.all')}
            </MenuItem>
          </>
        )}
        <MenuItem icon="edit" onSelect={() => setAsked('rename')}>
          {t('rename.act')}
        </MenuItem>
        <MenuItem icon={isAway ? 'refresh' : 'file'} onSelect={() => setAsked('archive')}>
          {t(isAway ? 'archive.back' : 'archive.act')}
        </MenuItem>
      </Menu>
      {asked === 'rename' && <RenameCohort cohort={cohort} onClose={close} />}
      {asked === 'archive' && <ArchiveCohort cohort={cohort} onClose={close} />}
      {asked === 'mail' && <MailAll cohort={cohort} count={unanswered} onClose={close} />}
      {asked === 'links' && <LinksForAll cohort={cohort} onClose={close} />}
    </>
  );
}

/** How many have been invited and said nothing. */
export const countUnanswered = ({ counts }: Pick<CohortView, 'counts'>): number =>
  (counts.seat.invited ?? 0) + (counts.seat['link-expired'] ?? 0);

type DialogProps = Props & { readonly onClose: () => void };

function useDone(onClose: () => void) {
  const client = useQueryClient();
  return async (words: string) => {
    await client.invalidateQueries(cohortsQuery);
    toast(words);
    onClose();
  };
}

function RenameCohort({ cohort, onClose }: DialogProps) {
  const { t } = useTranslation('institution');
  const [name, setName] = useState(cohort.name);
  const done = useDone(onClose);
  const isWrong = name.trim() === '' || name.trim().length > 80;
  const rename = useAct({
    mutationFn: () => changeCohort(cohort.id, { name: name.trim() }),
    onSuccess: () => done(t('rename.done')),
  });
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => !isWrong && rename.mutate()}
      title={t('rename.title')}
      confirmLabel={t('rename.confirm')}
      busy={rename.isPending}
      error={rename.error}
    >
      <TextField
        label={t('new.name')}
        autoComplete="off"
        value={name}
        error={isWrong ? t('new.nameFault') : null}
        onChange={(event) => setName(event.target.value)}
      />
    </ConfirmDialog>
  );
}

function ArchiveCohort({ cohort, onClose }: DialogProps) {
  const { t } = useTranslation('institution');
  const done = useDone(onClose);
  const words = cohort.archivedAt === null ? 'archive' : 'restore';
  const act = useAct({
    mutationFn: () => changeCohort(cohort.id, { archived: cohort.archivedAt === null }),
    onSuccess: () => done(t(`${words}.done`)),
  });
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => act.mutate()}
      title={t(`${words}.title`, { name: cohort.name })}
      confirmLabel={t(`${words}.confirm`)}
      busy={act.isPending}
      error={act.error}
    >
      <p>{t(`${words}.text`)}</p>
    </ConfirmDialog>
  );
}

function MailAll({ cohort, count, onClose }: DialogProps & { readonly count: number }) {
  const { t } = useTranslation('institution');
  const done = useDone(onClose);
  const words = useUnsentWords();
  // As it stood when the letters were asked for.
  const [lapsed] = useState(cohort.counts.seat.lapsed ?? 0);
  const leftOut = lapsed > 0 ? t('mailAgain.lapsed', { count: lapsed }) : null;
  const mail = useAct({
    mutationFn: () => mailAgain(cohort.id),
    onSuccess: (answer) => done([words.mailedAgain(answer), leftOut].filter(Boolean).join(' ')),
  });
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => mail.mutate()}
      title={t('mailAgain.title', { count })}
      confirmLabel={t('mailAgain.confirm')}
      busy={mail.isPending}
      error={mail.error}
    >
      <p>{t('mailAgain.text')}</p>
      {leftOut && <p>{leftOut}</p>}
    </ConfirmDialog>
  );
}

function LinksForAll({ cohort, onClose }: DialogProps) {
  const { t } = useTranslation('institution');
  const done = useDone(onClose);
  const save = useSaveLinks(cohort.name);
  const make = useAct({
    mutationFn: () => makeLinks(cohort.id),
    onSuccess: (links) => {
      if (links.length > 0) save(links);
      return done(t('links.done', { count: links.length }));
    },
  });
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => make.mutate()}
      title={t('links.title')}
      confirmLabel={t('links.confirm')}
      busy={make.isPending}
      error={make.error}
    >
      <p>{t('links.text')}</p>
      <Notice>{t('links.once')}</Notice>
    </ConfirmDialog>
  );
}
