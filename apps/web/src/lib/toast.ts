import { Store, useStore } from './store.ts';

export interface ToastMessage {
  readonly id: number;
  readonly text: string;
  readonly tone: 'good' | 'warn' | 'bad';
  readonly action?: { readonly label: string; readonly run: () => void };
}

const messages = new Store<readonly ToastMessage[]>([]);
let nextId = 1;

/** A short word that something happened, with a way to undo it where there is one. Never the only place that says so. */
export function toast(text: string, options: Partial<Pick<ToastMessage, 'tone' | 'action'>> = {}): void {
  const { tone = 'good', action } = options;
  messages.update((shown) => [...shown.slice(-2), { id: nextId++, text, tone, action }]);
}

export function dismissToast(id: number): void {
  messages.update((shown) => shown.filter((message) => message.id !== id));
}

export const useToasts = (): readonly ToastMessage[] => useStore(messages);
