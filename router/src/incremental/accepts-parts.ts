/** What a client takes, by its `Accept` header: each media type with its parameters; those with `q=0` it does not. */
function mediaTypes(accept: string): { type: string; parameters: Map<string, string> }[] {
  return accept.split(',').flatMap((entry) => {
    const [type = '', ...rest] = entry.split(';').map((part) => part.trim());
    const parameters = new Map(
      rest.map((parameter) => {
        const [name = '', value = ''] = parameter.split('=').map((part) => part.trim());
        return [name.toLowerCase(), value.replace(/^"(.*)"$/, '$1')];
      }),
    );
    const isRefused = Number(parameters.get('q') ?? 1) === 0;
    return isRefused ? [] : [{ type: type.toLowerCase(), parameters }];
  });
}

/** The version of the protocol for answers in parts that clients name. */
export const deferSpec = '20220824';

/** True for a client that takes an answer in parts as this version of the protocol has them. */
export function acceptsParts(accept: string | undefined): boolean {
  // Most clients do not name the type at all.
  return (
    accept !== undefined &&
    /multipart\/mixed/i.test(accept) &&
    mediaTypes(accept).some(
      ({ type, parameters }) => type === 'multipart/mixed' && parameters.get('deferspec') === deferSpec,
    )
  );
}

/** The type of JSON that a client takes for an answer as a whole; undefined when it takes none. */
export function acceptedJson(accept: string): string | undefined {
  const types = new Set(mediaTypes(accept).map(({ type }) => type));
  if (types.has('application/graphql-response+json')) return 'application/graphql-response+json; charset=utf-8';
  const takesJson = ['application/json', 'application/*', '*/*'].some((type) => types.has(type));
  return takesJson ? 'application/json; charset=utf-8' : undefined;
}
