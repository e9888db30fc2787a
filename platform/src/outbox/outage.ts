/** Errors of the connection to the server, by the driver and by the operating system. */
const connectionCodes = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/**
 * SQLSTATE codes and classes (PostgreSQL documentation, appendix A) that speak of the server's state, not of the statement:
 * 08 connection, 53 resources (disk, memory, connections), 57P01..57P05 shutdown and start-up, 58 system errors, 25006 a
 * server that has become a replica; and 40001, 40P01, 55P03: two transactions were in each other's way.
 */
const serverState = /^(?:08...|53...|57P0[1-5]|58...|25006|40001|40P01|55P03)$/;

/**
 * True when the database was away or busy, so that the same statement may well succeed later. Looks through causes: query
 * builders wrap the driver's errors.
 */
export function isOutage(error: unknown): boolean {
  for (let current = error, depth = 0; current instanceof Error && depth < 5; current = current.cause, depth += 1) {
    const code: unknown = 'code' in current ? current.code : undefined;
    if (typeof code === 'string' && (connectionCodes.has(code) || serverState.test(code))) return true;
    // The socket file of a server that is down; any other missing file is something else.
    if (code === 'ENOENT' && 'syscall' in current && current.syscall === 'connect') return true;
    if (current instanceof AggregateError && current.errors.some(isOutage)) return true;
  }
  return false;
}
