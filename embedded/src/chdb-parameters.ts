/**
 * Query parameters for chdb, sent as `SET param_name = '…'` before the query. The binding's own way of passing them runs
 * one such query at a time in the whole process, and cuts milliseconds off dates; this one is bound by the engine as well,
 * and gives values the form that a server gets from `@clickhouse/client` over HTTP.
 */
export function parameterStatement(parameters: Readonly<Record<string, unknown>>): string {
  const assignments = Object.entries(parameters).map(([name, value]) => {
    if (!/^\w+$/.test(name)) throw new Error(`"${name}" is not a name for a query parameter.`);
    return `param_${name} = ${sqlString(parameterText(value, false))}`;
  });
  return assignments.length === 0 ? '' : `SET ${assignments.join(', ')}; `;
}

/** Names that the query asks for as `{name: Type}` and that `parameters` lacks. */
export function missingParameters(query: string, parameters: Readonly<Record<string, unknown>>): string[] {
  const asked = [...query.matchAll(/\{\s*([A-Za-z_]\w*)\s*:\s*[A-Z]/g)].map((match) => match[1] ?? '');
  return asked.filter((name) => !(name in parameters));
}

function sqlString(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\0': '\\0',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** The engine reads a parameter as a field of tab-separated text; what stands inside brackets it reads as SQL. */
function parameterText(value: unknown, nested: boolean): string {
  if (value === null || value === undefined) return nested ? 'NULL' : '\\N';
  switch (typeof value) {
    case 'number':
      return numberText(value);
    case 'bigint':
      return value.toString();
    case 'boolean':
      return nested ? String(value) : value ? '1' : '0';
    case 'string': {
      const escaped = value.replaceAll(/[\\'\0\b\f\n\r\t]/g, (character) => escapes[character] ?? character);
      return nested ? `'${escaped}'` : escaped;
    }
    default:
      break;
  }
  if (value instanceof Date) return instantText(value, nested);
  if (Array.isArray(value)) return `[${value.map((item) => parameterText(item, true)).join(',')}]`;
  if (value instanceof Map) return mapText(value);
  if (typeof value === 'object') return mapText(Object.entries(value));
  throw new Error(`A ${typeof value} cannot be a query parameter.`);
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? '+inf' : '-inf';
  return String(value);
}

/** Seconds since 1970: a number that no time zone can change. */
function instantText(value: Date, nested: boolean): string {
  const seconds = Math.floor(value.getTime() / 1_000);
  const text = `${String(seconds).padStart(10, '0')}.${String(value.getUTCMilliseconds()).padStart(3, '0')}`;
  const short = text.endsWith('.000') ? text.slice(0, -4) : text;
  return nested ? `'${short}'` : short;
}

function mapText(entries: Iterable<readonly [unknown, unknown]>): string {
  return `{${[...entries].map(([key, item]) => `${parameterText(key, true)}:${parameterText(item, true)}`).join(',')}}`;
}
