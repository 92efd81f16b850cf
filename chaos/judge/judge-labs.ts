import type { Prepared } from '../prepare.ts';
import type { Told } from '../work/told.ts';

type Graded = {
  state: string;
  verdicts: number;
  scores: number;
  tree: { path: string; sha256: string }[] | null;
};

/** Every file that was said to be saved is in the work that was graded; each lab that was handed in has one verdict, which was scored once. */
export const judgeLabs = async ({ db }: Prepared, told: Told): Promise<string[]> => {
  const faults: string[] = [];
  for (const [id, files] of told.files) {
    if (!told.labsHandedIn.has(id)) continue;
    const [lab] = (await db.query(
      `SELECT state, (SELECT tree FROM lab_snapshot WHERE id = lab_session.snapshot_id) AS tree,
         (SELECT count(*)::int FROM verdict WHERE lab_session_id = lab_session.id) AS verdicts,
         (SELECT count(*)::int FROM score JOIN verdict ON verdict.id = score.verdict_id
           WHERE verdict.lab_session_id = lab_session.id AND score.kind = 'verdict') AS scores
       FROM lab_session WHERE id = $1`,
      [id],
    )) as [Graded];
    const graded = new Map((lab.tree ?? []).map(({ path, sha256 }) => [path, sha256]));
    faults.push(
      ...files
        .filter(({ path, sha256 }) => graded.get(path) !== sha256)
        .map(({ path }) => `${path} of lab ${id} was said to be saved and was not graded.`),
      ...(lab.state === 'graded' && lab.verdicts === 1 && lab.scores === 1
        ? []
        : [`Lab ${id} is ${lab.state} with ${lab.verdicts} verdicts and ${lab.scores} scores.`]),
    );
  }
  return faults;
};
