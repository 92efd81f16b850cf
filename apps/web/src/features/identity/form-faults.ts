/** What the browser can say about a form before sending it; the server checks again by the shared schema. */
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());

export const isPassword = (text: string): boolean => text.length >= 10 && text.length <= 200;

export const isName = (text: string): boolean => text.trim().length > 0 && text.trim().length <= 80;
