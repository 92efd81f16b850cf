import { z } from 'zod';
import { LocalizedText } from './locale.ts';
import { Instant, Sha256, Slug } from './vocabulary.ts';

/** The pages that are content, each at the path of its own name: `/help`, `/privacy` … */
export const PageId = z.enum([
  'help',
  'contact',
  'privacy',
  'terms',
  'application',
  'conduct',
  'non-disclosure',
]);
export type PageId = z.infer<typeof PageId>;

/** What is recorded of people: what it is for, what allows or demands it, and until when it is kept. */
export const RetentionRow = z.strictObject({
  id: Slug,
  what: LocalizedText,
  purpose: LocalizedText,
  ground: LocalizedText,
  until: LocalizedText,
});
export type RetentionRow = z.infer<typeof RetentionRow>;

/** A part of a page; its id is where a link may lead, `/help#candidate`. The text is Markdown. */
export const PageSection = z.strictObject({ id: Slug, title: LocalizedText, text: LocalizedText });

/** A page as it is written. The table of retention stands in one of them, and is read from there wherever it is shown. */
export const ContentPage = z.strictObject({
  id: PageId,
  title: LocalizedText,
  lead: LocalizedText,
  sections: z.array(PageSection).min(1),
  retention: z.array(RetentionRow).min(1).optional(),
});
export type ContentPage = z.infer<typeof ContentPage>;

/** Who runs this installation and how to reach them, as far as that was set. */
export const BodyView = z.object({ name: LocalizedText.nullable(), email: z.string().nullable() });
export type BodyView = z.infer<typeof BodyView>;

export const ContentPageView = z.object({
  ...ContentPage.shape,
  retention: z.array(RetentionRow),
  /** Counts what was published under this name. */
  version: z.number().int().positive(),
  hash: Sha256,
  publishedAt: Instant,
  body: BodyView,
});
export type ContentPageView = z.infer<typeof ContentPageView>;
