import { Refusal, type PartKind, type UnusableContent } from '@ennead/contracts';
import { nouns } from './nouns.ts';

/**
 * What rules the session and what its parts name can be read. A part that names nothing means the newest there is,
 * which one that cannot be read might be; a question is missed only where without it there are too few.
 *
 * @throws Refusal CONTENT_UNUSABLE naming each by kind and id
 */
export const refuseUnusable = (
  unusable: readonly UnusableContent[],
  parts: readonly { readonly kind: PartKind; readonly contentId: string | null }[],
  questionsShort: boolean,
): void => {
  const isNeeded = ({ content, contentId }: UnusableContent): boolean => {
    if (content === 'standard' || content === 'scheme') return true;
    if (content === 'question') return questionsShort;
    return parts.some(
      (part) => nouns[part.kind] === content && (part.contentId === null || part.contentId === contentId),
    );
  };
  const needed = unusable.filter(isNeeded);
  if (needed.length > 0)
    throw new Refusal(
      'CONTENT_UNUSABLE',
      needed.map(({ content, contentId }) => ({ path: content, message: contentId })),
    );
};
