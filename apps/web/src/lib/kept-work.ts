type Store = Pick<Storage, 'length' | 'key' | 'getItem' | 'removeItem'>;

/** What this browser keeps for somebody: work on its way to the server, and where they were. Settings of the browser stay. */
const personal = /^ennead\.(exam|draft|review|lab)\.[0-9a-f-]{36}(\.|$)/;
const tabs = /\.tabs$/;

const personalKeys = (store: Store): string[] =>
  Array.from({ length: store.length }, (_, at) => store.key(at) ?? '').filter((key) => personal.test(key));

/** Whether something is kept here that has not reached the server. */
export const holdsUnsent = (store: Store): boolean =>
  personalKeys(store).some((key) => !tabs.test(key) && !isSent(key, store.getItem(key)));

/** An exam keeps who writes it as well, when everything has been sent. */
const isSent = (key: string, text: string | null): boolean => {
  if (!key.startsWith('ennead.exam.')) return false;
  try {
    return (JSON.parse(text ?? '') as { pending?: unknown[] }).pending?.length === 0;
  } catch {
    // What cannot be read can never be sent.
    return true;
  }
};

/** Forgets everything that is somebody's own: other people use this computer too. */
export const forgetWork = (store: Store): void => {
  for (const key of personalKeys(store)) store.removeItem(key);
};
