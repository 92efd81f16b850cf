const MAX_BYTES = 200;

/** Whether a text names a file inside the workspace, as the server's WorkspacePath demands. */
export const isWorkspacePath = (path: string): boolean =>
  new TextEncoder().encode(path).length <= MAX_BYTES &&
  !/[\u0000-\u001f\\]/.test(path) &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
