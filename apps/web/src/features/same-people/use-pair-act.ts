import { useQueryClient } from '@tanstack/react-query';
import { toast } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { samePeopleKey } from '../../queries/same-people.ts';

/** Something said of two accounts, in a dialogue: all lists are otherwise then. What to say of it may depend on the answer. */
export function usePairAct<Input, Answer>(
  send: (input: Input) => Promise<Answer>,
  said: string | ((answer: Answer) => string),
  onClose: () => void,
) {
  const client = useQueryClient();
  return useAct({
    mutationFn: send,
    onSuccess: async (answer) => {
      await client.invalidateQueries({ queryKey: samePeopleKey });
      toast(typeof said === 'string' ? said : said(answer));
      onClose();
    },
  });
}
