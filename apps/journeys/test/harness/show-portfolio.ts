import { eventually } from '@ennead/testing';
import type { Page } from 'playwright-core';
import { partOf, readEntry } from './own-entry.ts';

const notes = '# 检索服务复盘\n\n上线两周，召回率由 0.71 升到 0.88。过程、失败与取舍见下。\n';

/** A file, a repository, a claim for each competency with evidence, experience; then submitted. */
export const submitPortfolio = async (page: Page): Promise<void> => {
  const entry = await readEntry(page);
  await page.goto(`/portfolio/${entry.id}/${partOf(entry, 'portfolio').partId}`);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'review.md', mimeType: 'text/markdown', buffer: Buffer.from(notes) });
  await page.getByText('review.md').first().waitFor();
  const claims = page.locator('section[aria-labelledby=claims] textarea');
  for (let at = 0; at < (await claims.count()); at += 1)
    await claims
      .nth(at)
      .fill('负责从需求到上线：整理语料、评测检索、控制成本，并与前端同事约定接口。结果见附件。');
  await page.locator('section[aria-labelledby=claims] input[type=checkbox]').first().waitFor();
  for (const box of await page.locator('section[aria-labelledby=claims] input[type=checkbox]').all())
    await box.check();
  await page.locator('section[aria-labelledby=experience] input').fill('1');
  await page
    .locator('section[aria-labelledby=experience] textarea')
    .fill('在校项目与一年实习，由导师带领完成。');
  await page.locator('section[aria-labelledby=submit] button').click();
  await page.locator('dialog[open] footer button').last().click();
  await eventually(async () => partOf(await readEntry(page), 'portfolio').state === 'in-review');
};
