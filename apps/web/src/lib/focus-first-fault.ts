/**
 * Moves focus to the first field of the form that is marked as wrong, once the marks are on the page. A group of boxes,
 * which cannot be marked itself, carries `data-fault`.
 */
export function focusFirstFault(form: HTMLElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid], [data-fault] input')?.focus());
}
