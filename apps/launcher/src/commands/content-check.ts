import path from 'node:path';
import { type Content, ContentFaults, formatFault, loadContent } from '@ennead/content';
import { ROOT } from '@ennead/provision';

const summarize = (content: Content): string => {
  const { standard, schemes, items, blueprints, rubrics, letters, labs, pages } = content;
  const competencies = standard.roles.flatMap((role) => role.competencies).length;
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  const counts = [
    count(standard.roles.length, 'role'),
    `${competencies} competencies`,
    count(schemes.length, 'scheme'),
    count(items.size, 'item'),
    count(blueprints.size, 'blueprint'),
    count(rubrics.size, 'rubric'),
    count(letters.length, 'letter'),
    count(labs.size, 'lab'),
    count(pages.size, 'page'),
  ];
  return `Content is sound: ${counts.join(', ')}.`;
};

try {
  const content = await loadContent({
    questionBankDir: path.join(ROOT, 'question-bank'),
    labsDir: path.join(ROOT, 'labs'),
  });
  console.log(summarize(content));
} catch (error) {
  if (!(error instanceof ContentFaults)) throw error;
  error.faults.forEach((fault) => console.error(formatFault(fault)));
  console.error(`\n${error.faults.length} fault(s).`);
  process.exitCode = 1;
}
