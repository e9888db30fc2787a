/** Writes a field of an answer as its own: `__proto__` is a name like another for a client, and changes no prototype. */
export function writeField(answer: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__') {
    Object.defineProperty(answer, name, { value, enumerable: true, configurable: true, writable: true });
  } else answer[name] = value;
}
