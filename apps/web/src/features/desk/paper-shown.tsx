import { deskLimits, type IdentityPaper } from '@ennead/contracts';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './desk.module.css';
import { toPaper, type Paper } from './to-paper.ts';

interface Props {
  readonly paper: Paper;
  readonly onChange: (paper: Paper) => void;
  readonly tried: boolean;
}

const papers: readonly IdentityPaper[] = ['id-card', 'passport', 'other'];

/** Which paper the candidates of a hall show; it is set down with each. */
export function PaperShown({ paper, onChange, tried }: Props) {
  const { t } = useTranslation('desk');
  return (
    <div className={styles.paper}>
      <Select
        label={t('paper.title')}
        value={paper.how}
        onChange={(how) => onChange({ ...paper, how })}
        options={papers.map((value) => ({ value, label: t(`paper.${value}`) }))}
      />
      {paper.how === 'other' && (
        <TextField
          label={t('paper.note')}
          value={paper.note}
          maxLength={deskLimits.seen}
          autoComplete="off"
          error={tried && !toPaper(paper) ? t('paper.noteFault') : null}
          onChange={({ target }) => onChange({ ...paper, note: target.value })}
        />
      )}
    </div>
  );
}
