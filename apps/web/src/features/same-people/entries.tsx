import { ApiProblem } from '../../lib/api-problem.ts';

/** Which entries stand against saying that two accounts are one person's. */
export function Entries({ error }: { readonly error: unknown }) {
  const entries = error instanceof ApiProblem ? error.errors.filter(({ path }) => path === 'entry') : [];
  if (entries.length === 0) return null;
  return (
    <ul>
      {entries.map(({ message }) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  );
}
