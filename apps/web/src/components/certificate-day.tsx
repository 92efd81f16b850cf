import { useLocale } from '../i18n/use-translation.ts';
import { dayIn } from '../lib/day-in.ts';

interface Props {
  /** ISO 8601. */
  readonly instant: string;
  /** Of the certificate's scheme. */
  readonly timeZone: string;
}

/** A day in a certificate's life, wherever it is read: as the document has it, where `DateTime` would give the reader's. */
export function CertificateDay({ instant, timeZone }: Props) {
  return <time dateTime={instant}>{dayIn(instant, useLocale(), timeZone)}</time>;
}
