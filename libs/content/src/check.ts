import { fileURLToPath } from 'node:url';
import { ContentFaults, formatFault } from './fault.ts';
import type { Content } from './load-content.ts';
import { loadContent } from './load-content.ts';

const fromRoot = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

const summarize = ({ standard, schemes, items, blueprints, rubrics, labs }: Content): string => {
  const competencies = standard.roles.flatMap((role) => role.competencies).length;
  const counts = [
    `${standard.roles.length} roles`,
    `${competencies} competencies`,
    `${schemes.length} schemes`,
    `${items.size} items`,
    `${blueprints.size} blueprints`,
    `${rubrics.size} rubrics`,
    `${labs.size} labs`,
  ];
  return `Content is sound: ${counts.join(', ')}.`;
};

try {
  const content = await loadContent({
    questionBankDir: fromRoot('question-bank'),
    labsDir: fromRoot('labs'),
  });
  console.log(summarize(content));
} catch (error) {
  if (!(error instanceof ContentFaults)) throw error;
  error.faults.forEach((fault) => console.error(formatFault(fault)));
  console.error(`\n${error.faults.length} fault(s).`);
  process.exitCode = 1;
}
