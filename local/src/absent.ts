/** For `.catch` of a read: undefined when there is no such file; any other fault is thrown on. */
export function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
