import { formatScore, type LabEvidence } from '@ennead/contracts';
import { DateTime } from '../../../components/date-time.tsx';
import { StateMark } from '../../../components/state-mark.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { useFormat } from '../../../lib/format.ts';
import { useLocalized } from '../../../lib/localized.ts';
import styles from '../case-page.module.css';
import { Fact, Facts, Grid, Hash } from './facts.tsx';
import { ScoreText, Soundness } from './soundness.tsx';
import { Step } from './step.tsx';

type Verdict = NonNullable<LabEvidence['verdict']>;

export function LabStep({ lab }: { readonly lab: LabEvidence }) {
  const { t } = useTranslation('decisions');
  const text = useLocalized();
  const format = useFormat();
  const { verdict } = lab;
  const title = lab.labTitle ? text(lab.labTitle) : lab.labId;
  return (
    <Step code="lab" partId={lab.partId} aside={<ScoreText scoreCents={lab.scoreCents} state={lab.state} />}>
      {verdict && <VerdictMarks verdict={verdict} lab={lab} />}
      <Facts>
        <Fact label={t('lab.name')}>
          {lab.labVersion === null ? title : t('lab.version', { title, version: lab.labVersion })}
        </Fact>
        <Fact label={t('exam.started')}>{lab.startedAt && <DateTime instant={lab.startedAt} />}</Fact>
        <Fact label={t('lab.handedIn')}>
          {lab.handedInAt &&
            t('exam.aside', {
              time: format.dateTime(lab.handedInAt),
              text: t(lab.handInCause === 'expiry' ? 'exam.byExpiry' : 'exam.byCandidate'),
            })}
        </Fact>
        <Fact label={t('lab.graded')}>{lab.gradedAt && <DateTime instant={lab.gradedAt} />}</Fact>
      </Facts>
      {verdict ? <VerdictDetails verdict={verdict} lab={lab} /> : <p>{t('lab.noVerdict')}</p>}
    </Step>
  );
}

function VerdictMarks({ verdict, lab }: { readonly verdict: Verdict; readonly lab: LabEvidence }) {
  const { t } = useTranslation('decisions');
  const tone = { verified: 'good', broken: 'bad', 'unknown-key': 'bad' } as const;
  return (
    <div className={styles.marks}>
      <Soundness storedCents={lab.scoreCents} recomputedCents={lab.recomputedCents} />
      <StateMark tone={tone[verdict.signature]}>{t(`lab.signature.${verdict.signature}`)}</StateMark>
      <StateMark tone={verdict.treeIsHandedIn ? 'good' : 'bad'}>
        {t(verdict.treeIsHandedIn ? 'lab.treeHandedIn' : 'lab.treeOther')}
      </StateMark>
    </div>
  );
}

function VerdictDetails({ verdict, lab }: { readonly verdict: Verdict; readonly lab: LabEvidence }) {
  const { t } = useTranslation('decisions');
  const text = useLocalized();
  return (
    <>
      <Grid
        caption={t('lab.checks')}
        head={[t('lab.check'), t('lab.cases'), t('lab.points')]}
        rows={verdict.checks.map(({ id, cases, earnedCents, pointsCents }) => [
          verdict.taskTitles[id] ? text(verdict.taskTitles[id]) : id,
          t('lab.casesText', { passed: cases.filter(({ passed }) => passed).length, total: cases.length }),
          t('lab.pointsText', { earned: formatScore(earnedCents), points: formatScore(pointsCents) }),
        ])}
      />
      <details>
        <summary>{t('lab.hashes')}</summary>
        <Facts>
          <Fact label={t('lab.tree')}>
            <Hash>{verdict.treeHash}</Hash>
          </Fact>
          <Fact label={t('lab.plan')}>
            <Hash>{verdict.planHash}</Hash>
          </Fact>
          <Fact label={t('lab.secrets')}>
            <Hash>{verdict.secretsHash}</Hash>
          </Fact>
          <Fact label={t('lab.labHash')}>{lab.labHash && <Hash>{lab.labHash}</Hash>}</Fact>
        </Facts>
      </details>
    </>
  );
}
