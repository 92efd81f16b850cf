import type { ArtefactView } from '@ennead/contracts';
import { linkTo } from '../../lib/address-of.ts';
import { getActHeaders } from '../../lib/api.ts';
import { ApiProblem, toApiProblem } from '../../lib/api-problem.ts';

interface Options {
  /** Bytes on their way so far. */
  readonly onSent: (bytes: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Uploads one file; `fetch` cannot tell how far an upload is, so this one goes by XMLHttpRequest.
 *
 * @throws ApiProblem as every request does; DOMException AbortError when cancelled
 */
export async function sendFile(
  portfolioId: string,
  file: File,
  { onSent, signal }: Options,
): Promise<ArtefactView> {
  const headers = await getActHeaders();
  const body = new FormData();
  body.append('file', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', linkTo('/api/portfolios/:id/files', { id: portfolioId }));
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.setRequestHeader('accept', 'application/json');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded }) => onSent(loaded);
    request.onload = () =>
      request.status < 400
        ? resolve(request.response as ArtefactView)
        : reject(toApiProblem(request.status, request.response));
    request.onerror = () => reject(new ApiProblem({ status: 0, code: 'NETWORK' }));
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    if (signal.aborted) return reject(new DOMException('cancelled', 'AbortError'));
    request.send(body);
  });
}
