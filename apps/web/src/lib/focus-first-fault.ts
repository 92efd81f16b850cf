/**
 * The first field of the form that is marked as wrong. A group of boxes, which cannot be marked itself, carries
 * `data-fault`.
 */
export const findFault = (form: HTMLElement): HTMLElement | null =>
  form.querySelector('[aria-invalid], [data-fault] input');

/** Moves focus to the first fault, once the marks are on the page. */
export function focusFirstFault(form: HTMLElement): void {
  requestAnimationFrame(() => findFault(form)?.focus());
}
