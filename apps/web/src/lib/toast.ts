import { useSyncExternalStore } from 'react';

export interface ToastMessage {
  readonly id: number;
  readonly text: string;
  readonly tone: 'good' | 'warn' | 'bad';
  readonly action?: { readonly label: string; readonly run: () => void };
}

let messages: readonly ToastMessage[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function set(next: readonly ToastMessage[]): void {
  messages = next;
  listeners.forEach((listener) => listener());
}

/** A short word that something happened, with a way to undo it where there is one. Never the only place that says so. */
export function toast(text: string, options: Partial<Pick<ToastMessage, 'tone' | 'action'>> = {}): void {
  set([...messages.slice(-2), { id: nextId++, text, tone: options.tone ?? 'good', action: options.action }]);
}

export function dismissToast(id: number): void {
  set(messages.filter((message) => message.id !== id));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useToasts = (): readonly ToastMessage[] => useSyncExternalStore(subscribe, () => messages);
