/** An answer as a client reads it. */
export interface Answer {
  data?: any;
  errors?: any[];
}

/** Introspection may list things in any order; it is asked for under one name. */
export function inOrder(data: any): any {
  return data?.seen === undefined ? data : { ...data, seen: sorted(data.seen) };
}

function sorted(value: any): any {
  if (Array.isArray(value)) {
    return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, sorted(inner)]));
}
