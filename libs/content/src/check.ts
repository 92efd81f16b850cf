import { fileURLToPath } from 'node:url';
import { ContentFaults, formatFault } from './fault.ts';
import type { Content } from './load-content.ts';
import { loadContent } from './load-content.ts';

const fromRoot = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

const summarize = ({ standard, schemes, items, blueprints, rubrics, labs }: Content): string => {
  const competencies = standard.roles.flatMap((role) => role.competencies).length;
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  const counts = [
    count(standard.roles.length, 'role'),
    `${competencies} competencies`,
    count(schemes.length, 'scheme'),
    count(items.size, 'item'),
    count(blueprints.size, 'blueprint'),
    count(rubrics.size, 'rubric'),
    count(labs.size, 'lab'),
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
