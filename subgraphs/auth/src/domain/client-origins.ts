/**
 * Where clients of this installation live: browser origins that passkeys may be used at and that sign-ins by another
 * provider may return to.
 */

/** What is listed: an origin, or one with `:*` for every port, such as `http://localhost:*`. */
const listedOrigin = /^[a-z][a-z\d+.-]*:\/\/[^\s/?#]+?(:\*)?$/i;

/** What is wrong with an entry of the list; undefined when nothing is. */
export function clientOriginFault(listed: string): string | undefined {
  const bare = listed.replace(/:\*$/, '');
  if (listedOrigin.test(listed) && URL.canParse(bare)) return undefined;
  return `${listed} is no origin like https://app.example.com or http://localhost:*`;
}

/** True when a browser's origin is one of those listed. */
export function isClientOrigin(listed: readonly string[], origin: string): boolean {
  return listed.some((entry) => {
    if (!entry.endsWith(':*')) return entry === origin;
    const bare = entry.slice(0, -2);
    return origin === bare || (origin.startsWith(`${bare}:`) && /^\d+$/.test(origin.slice(bare.length + 1)));
  });
}

/** True when a browser may be sent to this address: http or https at an origin of a client, without a user in it. */
export function isReturnAddress(listed: readonly string[], address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return ['http:', 'https:'].includes(url.protocol) && url.username === '' && isClientOrigin(listed, url.origin);
}
