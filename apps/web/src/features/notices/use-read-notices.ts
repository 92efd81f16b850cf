import { useQueryClient } from '@tanstack/react-query';
import { useAct } from '../../lib/use-act.ts';
import { noticesKey, readNotices } from '../../queries/notices.ts';

/** Marks notices as read, and asks anew what is not. */
export function useReadNotices() {
  const client = useQueryClient();
  const askAnew = () => client.invalidateQueries({ queryKey: noticesKey });
  return {
    all: useAct({ mutationFn: () => readNotices({ ids: 'all' }), onSuccess: askAnew }),
    // Each by itself, however fast one opens them; one that fails stays unread, and says so.
    one: (id: string) =>
      void readNotices({ ids: [id] })
        .then(askAnew)
        .catch(() => undefined),
  };
}
