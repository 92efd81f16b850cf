import { Button, IconButton } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Progress } from '../../components/progress.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ApiProblem, isPassing } from '../../lib/api-problem.ts';
import { useFormat } from '../../lib/format.ts';
import { useProblemText } from '../../lib/problem-text.ts';
import styles from './portfolio.module.css';
import { LocalRefusal, type Upload, type UploadQueue } from './upload-queue.ts';

interface Props {
  readonly uploads: readonly Upload[];
  readonly queue: UploadQueue;
  readonly maxBytes: number;
}

/** Files on their way, and those that did not arrive with the reason. */
export function UploadList({ uploads, queue, maxBytes }: Props) {
  const { t } = useTranslation('portfolio');
  if (uploads.length === 0) return null;
  return (
    <ul role="list" className={styles.uploads} aria-label={t('uploads.title')}>
      {uploads.map((upload) => (
        <li key={upload.key} className={styles.upload} data-failed={upload.phase === 'failed' || undefined}>
          {upload.phase === 'failed' ? (
            <FailedUpload upload={upload} maxBytes={maxBytes} onRetry={() => queue.retry(upload.key)} />
          ) : (
            <RunningUpload upload={upload} />
          )}
          <IconButton
            icon="cross"
            label={t(upload.phase === 'failed' ? 'uploads.dismiss' : 'uploads.cancel', {
              name: upload.file.name,
            })}
            onClick={() => queue.remove(upload.key)}
          />
        </li>
      ))}
    </ul>
  );
}

function RunningUpload({ upload: { file, phase, sentBytes } }: { readonly upload: Upload }) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const isSent = sentBytes >= file.size;
  const words = isSent
    ? t('uploads.checking')
    : t('uploads.sent', { sent: format.fileSize(sentBytes), total: format.fileSize(file.size) });
  return (
    <Progress
      label={file.name}
      max={file.size}
      value={isSent ? undefined : sentBytes}
      text={phase === 'waiting' ? t('uploads.waiting') : words}
    />
  );
}

/** Sending the same file again helps when it did not arrive, or after a log-in, never when it was refused. */
const mayHelp = (error: unknown): boolean =>
  error instanceof ApiProblem && (isPassing(error) || error.status === 401 || error.code === 'UPLOAD_BROKEN');

interface FailedProps {
  readonly upload: Upload;
  readonly maxBytes: number;
  readonly onRetry: () => void;
}

function FailedUpload({ upload: { file, error }, maxBytes, onRetry }: FailedProps) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const problemText = useProblemText();
  const words =
    error instanceof LocalRefusal
      ? error.fault === 'empty'
        ? t('uploads.empty')
        : t('uploads.tooLarge', { size: format.fileSize(file.size), max: format.fileSize(maxBytes) })
      : problemText(error);
  return (
    <div className={styles.failed}>
      <span className={styles.failedName}>
        <Icon name="warning" size={16} /> {t('uploads.failed', { name: file.name })}
      </span>
      <span>{words}</span>
      {mayHelp(error) && (
        <Button size="small" icon="refresh" onClick={onRetry}>
          {t('uploads.retry')}
        </Button>
      )}
    </div>
  );
}
