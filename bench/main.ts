import { cpus, totalmem } from 'node:os';
import { benchHall } from './hall.ts';
import { benchLabs } from './labs.ts';
import { benchLists } from './lists.ts';
import { benchSaves } from './saves.ts';

const benches: Record<string, (sizes: readonly number[]) => Promise<void>> = {
  saves: benchSaves,
  labs: benchLabs,
  lists: benchLists,
  hall: benchHall,
};

const words = process.argv.slice(2);
const sizes = words.filter((word) => /^\d+$/.test(word)).map(Number);
const chosen = words.filter((word) => !/^\d+$/.test(word));
const unknown = chosen.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}
console.log(
  `${cpus().length} processors (${cpus()[0]?.model}), ${Math.round(totalmem() / 2 ** 30)} GiB; Node ${process.version}`,
);
for (const [name, bench] of Object.entries(benches))
  if (chosen.length === 0 || chosen.includes(name)) await bench(sizes);
