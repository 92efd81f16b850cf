import type { AttemptView } from '@ennead/contracts';
import { useEffect, useRef, useState } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { announce } from '../../lib/announce.ts';
import { answerOf, type Answer } from './answer-queue.ts';
import { BottomBar } from './bottom-bar.tsx';
import { choicesOf } from './choices.ts';
import styles from './exam-page.module.css';
import { Granted } from './granted.tsx';
import { ItemPanel } from './item-panel.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { Notices } from './notices.tsx';
import { Overview } from './overview.tsx';
import type { ExamKey } from './read-key.ts';
import { useReadingSettings } from './reading-settings.ts';
import { SubmitDialog } from './submit-dialog.tsx';
import { TopBar } from './top-bar.tsx';
import { useCurrentItem } from './use-current-item.ts';
import { useExamKeys } from './use-exam-keys.ts';
import { useSaver } from './use-saver.ts';

interface Props {
  readonly view: AttemptView;
  /** Told once the sitting is closed, with the number of changes that did not reach the server. */
  readonly onOver: (unsaved: number) => void;
}

const collectEveryMs = 2_000;

/** The examination hall: one item at a time, what is saved, how long is left. */
export function Sitting({ view, onOver }: Props) {
  const { t, locale } = useTranslation('exam');
  const { saver, state } = useSaver(view);
  const reading = useReadingSettings();
  const [current, go] = useCurrentItem(view.items.length);
  const [shown, show] = useState<'overview' | 'submit' | 'keys' | null>(null);
  // The deadline at which the time ran out: a later one, should it be given, opens the page again.
  const [endedAt, setEndedAt] = useState(() =>
    Date.parse(state.deadlineAt) <= state.now() ? state.deadlineAt : null,
  );
  const currentSquare = useRef<HTMLButtonElement>(null);
  const isTimeUp = endedAt === state.deadlineAt;
  const readOnly = isTimeUp || state.phase === 'moved' || state.phase === 'over';
  const item = view.items[current]!;
  const answer = answerOf(state.queue, item.id);

  useEffect(() => {
    if (!isTimeUp) return;
    saver.flush();
    void saver.beat();
    const timer = setInterval(() => void saver.beat(), collectEveryMs);
    return () => clearInterval(timer);
  }, [isTimeUp, saver]);

  const unsaved = state.queue.pending.length;
  const isOver = state.phase === 'over';
  useEffect(() => {
    if (isOver) onOver(unsaved);
  }, [isOver, unsaved, onOver]);

  const change = (next: Answer) => {
    if (!readOnly) saver.change(item.id, next);
  };
  const flag = () => {
    change({ ...answer, flagged: !answer.flagged });
    if (!readOnly) announce(t(answer.flagged ? 'say.unflagged' : 'say.flagged'));
  };
  const showOverview = () => {
    if (currentSquare.current?.offsetParent) currentSquare.current.focus();
    else show('overview');
  };
  useExamKeys((key: ExamKey) => {
    switch (key.kind) {
      case 'previous':
        return go(current - 1);
      case 'next':
        return go(current + 1);
      case 'flag':
        return flag();
      case 'overview':
        return showOverview();
      case 'help':
        return show('keys');
      case 'choice': {
        const truths = { true: t('item.true'), false: t('item.false') };
        const choice = choicesOf(item, answer.value, locale, truths)[key.at];
        if (choice) change({ ...answer, value: choice.next });
      }
    }
  });

  const overview = {
    items: view.items,
    queue: state.queue,
    current,
    canHandIn: !readOnly,
    onHandIn: () => show('submit'),
  };
  const wholeMs = Date.parse(state.deadlineAt) - Date.parse(view.startedAt);
  const granted = <Granted entryId={view.entryId} minutes={Math.round(wholeMs / 60_000)} />;
  return (
    <div className={styles.page}>
      <a className={styles.skip} href="#item">
        {t('skip')}
      </a>
      <TopBar
        view={view}
        state={state}
        reading={reading}
        onTimeUp={() => setEndedAt(state.deadlineAt)}
        onKeys={() => show('keys')}
      />
      <div className={styles.hall}>
        <main id="item" tabIndex={-1} className={styles.desk}>
          <Notices items={view.items} saver={saver} state={state} />
          {isTimeUp && (
            <p role="status" className={styles.warning}>
              {t('ended.collecting')}
            </p>
          )}
          <ItemPanel
            item={item}
            number={current + 1}
            total={view.items.length}
            answer={answer}
            readOnly={readOnly}
            onChange={change}
            onType={(next) => !readOnly && saver.changeWhileTyping(item.id, next)}
            onLeave={() => saver.flush()}
          />
        </main>
        <aside className={styles.side} aria-label={t('overview.title')}>
          {granted}
          <Overview {...overview} onGo={go} currentRef={currentSquare} />
        </aside>
      </div>
      <BottomBar
        isFirst={current === 0}
        isLast={current === view.items.length - 1}
        isFlagged={answer.flagged}
        readOnly={readOnly}
        onPrevious={() => go(current - 1)}
        onNext={() => go(current + 1)}
        onFlag={flag}
        onOverview={() => show('overview')}
        onReview={() => show('submit')}
      />
      <Dialog kind="sheet" open={shown === 'overview'} onClose={() => show(null)} title={t('overview.title')}>
        {granted}
        <Overview
          {...overview}
          onGo={(at) => {
            show(null);
            go(at);
          }}
        />
      </Dialog>
      <KeysDialog open={shown === 'keys'} onClose={() => show(null)} />
      <SubmitDialog
        open={shown === 'submit'}
        onClose={() => show(null)}
        items={view.items}
        state={state}
        onGo={go}
        onSubmit={() => saver.submit()}
      />
    </div>
  );
}
