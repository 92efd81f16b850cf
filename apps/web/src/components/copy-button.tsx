import { useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { announce } from '../lib/announce.ts';
import { copyText } from '../lib/copy-text.ts';
import { Button, type ButtonProps } from './button.tsx';

interface Props extends Pick<ButtonProps, 'tone' | 'size'> {
  readonly text: string;
  /** Says what it copies, where "Copy" alone would be one of many. */
  readonly name?: string;
  readonly label?: string;
  readonly onCopied?: () => void;
}

/** Copies a text and says so on itself. */
export function CopyButton({ text, name, label, onCopied, tone, size }: Props) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<string | null>(null);
  const done = copied === text;
  const copy = async () => {
    if (!(await copyText(text))) return;
    setCopied(text);
    announce(t('action.copied'));
    onCopied?.();
  };
  return (
    <Button
      tone={tone}
      size={size}
      icon={done ? 'check' : 'copy'}
      aria-label={done ? undefined : name}
      onClick={() => void copy()}
    >
      {done ? t('action.copied') : (label ?? t('action.copy'))}
    </Button>
  );
}
