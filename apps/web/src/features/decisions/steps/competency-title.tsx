import type { LocalizedText } from '@ennead/contracts';
import { useLocalized } from '../../../lib/localized.ts';

/** A competency by its name in the standard, or by its id where the standard has none any more. */
export function CompetencyTitle({
  id,
  title,
}: {
  readonly id: string;
  readonly title: LocalizedText | null;
}) {
  const text = useLocalized();
  return <>{title ? text(title) : id}</>;
}
