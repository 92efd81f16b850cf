/** The parts of the workbench that F6 goes through, in their order in the document. */
const regions = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.offsetParent !== null,
  );

const firstFocus = (region: HTMLElement): HTMLElement | null =>
  region.querySelector<HTMLElement>('[data-region-focus]') ??
  region.querySelector<HTMLElement>('button:not([disabled]):not([tabindex="-1"]), [tabindex="0"], a[href]');

/** Moves the focus to the next or the previous region, around the ends. */
export function focusRegion(by: 1 | -1): void {
  const all = regions();
  const at = all.findIndex((region) => region.contains(document.activeElement));
  const next = at < 0 ? 0 : (at + by + all.length) % all.length;
  const region = all[next];
  // Editor and terminal are what their regions are for; elsewhere the first thing that can be used.
  const inner = region?.querySelector<HTMLElement>(
    '[data-lab-editor] textarea, [data-lab-terminal] textarea',
  );
  (inner ?? (region && firstFocus(region)))?.focus();
}

/** From inside the editor or the terminal to the head of its panel, where Tab goes on. */
export function leaveRegion(): void {
  const region = document.activeElement?.closest<HTMLElement>('[data-region]');
  if (region) firstFocus(region)?.focus();
}
