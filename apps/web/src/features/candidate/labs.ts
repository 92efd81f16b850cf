import { api } from '../../lib/api.ts';

/** A full load: the lab's page comes with a content security policy of its own. */
export const openLab = (labSessionId: string) => window.location.assign(`/lab/${labSessionId}`);

export const startLab = (entryId: string, partId: string) =>
  api.post('/api/entries/:id/parts/:partId/lab-session', { params: { id: entryId, partId } });
