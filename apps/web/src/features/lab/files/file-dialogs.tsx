import { useId, useState, type FormEvent } from 'react';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { FieldError } from '../../../components/field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { LabRefusal } from '../connection/requests.ts';
import { isWorkspacePath } from './workspace-path.ts';

interface CreateProps {
  /** '' or a folder with its slash. */
  readonly under: string;
  readonly onClose: () => void;
  readonly onCreate: (path: string) => Promise<void>;
}

export function CreateFileDialog({ under, onClose, onCreate }: CreateProps) {
  const { t } = useTranslation('lab');
  return (
    <PathDialog
      title={t('tree.create')}
      label={t('tree.path')}
      act={t('tree.createAct')}
      initial={under}
      onClose={onClose}
      onSubmit={onCreate}
    />
  );
}

interface RenameProps {
  readonly path: string;
  readonly onClose: () => void;
  readonly onRename: (newPath: string) => Promise<void>;
}

export function RenameFileDialog({ path, onClose, onRename }: RenameProps) {
  const { t } = useTranslation('lab');
  return (
    <PathDialog
      title={t('tree.rename')}
      label={t('tree.newPath')}
      act={t('tree.renameAct')}
      initial={path}
      onClose={onClose}
      onSubmit={onRename}
    />
  );
}

interface RemoveProps {
  readonly path: string;
  readonly onClose: () => void;
  readonly onRemove: () => Promise<void>;
}

export function RemoveFileDialog({ path, onClose, onRemove }: RemoveProps) {
  const { t } = useTranslation('lab');
  const { busy, fault, run } = useFileAct(onClose);
  const id = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('tree.removeTitle', { path })}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button tone="danger" busy={busy} onClick={() => void run(onRemove)}>
            {t('tree.removeAct')}
          </Button>
        </>
      }
    >
      <p>{t('tree.removeText')}</p>
      <FieldError id={id} text={fault} />
    </Dialog>
  );
}

interface PathProps {
  readonly title: string;
  readonly label: string;
  readonly act: string;
  readonly initial: string;
  readonly onClose: () => void;
  readonly onSubmit: (path: string) => Promise<void>;
}

function PathDialog({ title, label, act, initial, onClose, onSubmit }: PathProps) {
  const { t } = useTranslation('lab');
  const [path, setPath] = useState(initial);
  const [malformed, setMalformed] = useState(false);
  const { busy, fault, run } = useFileAct(onClose);
  const form = useId();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = path.trim();
    setMalformed(!isWorkspacePath(wanted));
    if (!busy && isWorkspacePath(wanted)) void run(() => onSubmit(wanted));
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button type="submit" form={form} busy={busy}>
            {act}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate>
        <TextField
          label={label}
          hint={t('tree.pathHint', { example: 'docs/notes.md' })}
          error={malformed ? t('tree.pathFault') : fault}
          value={path}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={(event) => setPath(event.target.value)}
        />
      </form>
    </Dialog>
  );
}

/** Runs an act on the workspace; closes when it is done, and says why when it is not. */
function useFileAct(onDone: () => void) {
  const { t } = useTranslation('lab');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const run = async (act: () => Promise<void>) => {
    setBusy(true);
    setFault(null);
    try {
      await act();
      onDone();
    } catch (error) {
      setFault(error instanceof LabRefusal ? t(`error.${error.code}`) : t('error.offline'));
    } finally {
      setBusy(false);
    }
  };
  return { busy, fault, run };
}
