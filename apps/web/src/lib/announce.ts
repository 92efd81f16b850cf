type Politeness = 'polite' | 'assertive';
type Listener = (text: string, politeness: Politeness) => void;

const listeners = new Set<Listener>();

/** Says something to screen readers without moving focus; what sees the page already shows it. */
export function announce(text: string, politeness: Politeness = 'polite'): void {
  listeners.forEach((listener) => listener(text, politeness));
}

export function onAnnounce(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
