import type { LabSessionView } from '@ennead/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { labSessionQuery } from '../../queries/labs.ts';
import { LabClient } from './lab-client.ts';

/** The lab's client, connected for as long as the workbench stands. */
export function useLabClient(view: LabSessionView): LabClient {
  const queries = useQueryClient();
  // Later versions of the same lab session come over the socket; the client stays.
  const [client] = useState(() => new LabClient(view));
  const { id } = view;

  useEffect(() => {
    const { connection, labSession, files } = client;
    const askAgain = () => void queries.invalidateQueries(labSessionQuery(id));
    // Handed in elsewhere, expired, logged out: the socket only closes, the lab session itself tells why.
    const stopLabSession = labSession.subscribe(() => labSession.get().state !== 'open' && askAgain());
    const stopLink = connection.state.subscribe(() => connection.state.get() !== 'online' && askAgain());
    const onVisible = () =>
      document.visibilityState === 'hidden' ? void files.saveAll() : connection.wake();
    window.addEventListener('online', connection.wake);
    window.addEventListener('offline', connection.doubtLink);
    document.addEventListener('visibilitychange', onVisible);
    connection.connect();
    return () => {
      window.removeEventListener('online', connection.wake);
      window.removeEventListener('offline', connection.doubtLink);
      document.removeEventListener('visibilitychange', onVisible);
      stopLabSession();
      stopLink();
      client.stop();
    };
  }, [client, id, queries]);

  return client;
}
