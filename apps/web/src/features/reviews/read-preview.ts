import type { BlindArtefactView } from '@ennead/contracts';
import { linkTo } from '../../lib/address-of.ts';
import { ApiProblem, toApiProblem } from '../../lib/api-problem.ts';

export type Preview =
  | { readonly kind: 'image'; readonly source: string }
  | { readonly kind: 'text'; readonly text: string; readonly isCut: boolean };

/** Longer texts are cut here: enough to judge, and no burden for the page. */
const shownCharacters = 200_000;

/** How an artefact can be shown within the page; null for what only a download can show. */
export function previewKind({ mediaType }: Pick<BlindArtefactView, 'mediaType'>): Preview['kind'] | null {
  if (mediaType === null) return null;
  if (mediaType.startsWith('image/')) return 'image';
  return mediaType.startsWith('text/') || mediaType.includes('json') ? 'text' : null;
}

/**
 * Fetches a file and makes it showable. The server hands it out as a download only: pictures become data addresses,
 * texts become text, so that nothing in them is ever run.
 */
export async function readPreview(artefact: BlindArtefactView): Promise<Preview> {
  const response = await fetch(linkTo('/api/artefacts/:id/file', { id: artefact.id }), {
    credentials: 'same-origin',
  }).catch(() => {
    throw new ApiProblem({ status: 0, code: 'NETWORK' });
  });
  if (!response.ok) throw toApiProblem(response.status, await response.json().catch(() => undefined));
  if (previewKind(artefact) === 'image')
    return { kind: 'image', source: await toDataUrl(await response.blob(), artefact.mediaType ?? '') };
  const text = decode(await response.arrayBuffer());
  return { kind: 'text', text: text.slice(0, shownCharacters), isCut: text.length > shownCharacters };
}

/** UTF-8 where it is, else GB 18030, the other encoding that is accepted. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const toDataUrl = (blob: Blob, mediaType: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error('unreadable', { cause: reader.error }));
    reader.readAsDataURL(new Blob([blob], { type: mediaType }));
  });
