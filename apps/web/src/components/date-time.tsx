import { useFormat } from '../lib/format.ts';

interface Props {
  /** ISO 8601. */
  readonly instant: string;
  readonly show?: 'date' | 'dateTime' | 'dateTimeSec' | 'time';
}

/** An instant in the reader's language and time zone, machine-readable underneath. */
export function DateTime({ instant, show = 'dateTime' }: Props) {
  const format = useFormat();
  return <time dateTime={instant}>{format[show](instant)}</time>;
}

export function FileSize({ bytes }: { readonly bytes: number }) {
  return <>{useFormat().fileSize(bytes)}</>;
}
