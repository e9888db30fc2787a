/** Objects of the merged data. Their names are those of subgraphs' answers, without those that every object has. */
export type DataObject = Record<string, unknown>;

export function isDataObject(value: unknown): value is DataObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Adds what a subgraph answered to what is known of the same object. A null object stays null: whichever subgraph said
 * so, the object does not exist or failed.
 */
export function mergeInto(target: DataObject, source: DataObject, isObjectType: (typename: string) => boolean): void {
  for (const key of Object.keys(source)) {
    // Never asked for under this name; to merge it would change what all objects of this process inherit.
    if (key === '__proto__') continue;
    const value = source[key];
    if (value === undefined) continue;
    const known = target[key];
    if (known === undefined) target[key] = value;
    else if (key === '__typename') {
      // A subgraph that knows only the interface (an interface object) gives its name: the type of the object is worth more.
      if (typeof known !== 'string' || !isObjectType(known)) target[key] = value;
    } else target[key] = merged(known, value, isObjectType);
  }
}

function merged(known: unknown, value: unknown, isObjectType: (typename: string) => boolean): unknown {
  if (known === value) return known;
  if (isDataObject(known)) {
    if (value === null) return null;
    if (isDataObject(value)) {
      mergeInto(known, value, isObjectType);
      return known;
    }
    return value;
  }
  if (Array.isArray(known)) {
    if (!Array.isArray(value) || known.length !== value.length) return value;
    return known.map((item: unknown, index) => merged(item, value[index], isObjectType));
  }
  if (known === null) return typeof value === 'object' ? null : value;
  return value ?? known;
}
