/**
 * Where the answer is null because something failed; with the path of the error where there was one only. A server may
 * report any of the errors under a null.
 */
export function errorPlaces({ data, errors = [] }: { data?: any; errors?: readonly any[] | undefined }): string[] {
  const byPlace = new Map<string, Set<string>>();
  for (const { path = [] } of errors) {
    let value = data;
    const place: (string | number)[] = [];
    for (const step of path) {
      if (value === null || value === undefined) break;
      place.push(step);
      value = value[step];
    }
    const key = JSON.stringify(place);
    byPlace.set(key, (byPlace.get(key) ?? new Set()).add(JSON.stringify(path)));
  }
  return [...byPlace.keys()].sort();
}
