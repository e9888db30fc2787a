import type { LoadedSupergraph } from './supergraph.js';

/**
 * Names that the executor uses between itself and the subgraphs. A client picks aliases and variable names freely, so
 * some of them would hide a field that the planner asks for by its own name (`id: title` hides the key `id`), or a name
 * that plans use themselves. Those are given another name on the way in; the answer is written under the client's.
 */

const prefix = '_c_';

export type ResponseNamer = (responseName: string, fieldName: string) => string;

/** The name under which a field of the client's operation is asked for in subgraphs. */
export function createResponseNamer(
  supergraph: Pick<LoadedSupergraph, 'isFieldName' | 'isRequiredWithArguments' | 'hasInterfaceObjects'>,
): ResponseNamer {
  return (responseName, fieldName) => {
    // A subgraph that knows only the interface is asked for what one member wants of all of them: under a name by which
    // another member wants another field, it would take its place.
    if (supergraph.hasInterfaceObjects && responseName !== fieldName) return `${prefix}${responseName}__${fieldName}`;
    const free =
      responseName === fieldName
        ? !supergraph.isRequiredWithArguments(fieldName)
        : !responseName.startsWith('_') && !responseName.includes('__') && !supergraph.isFieldName(responseName);
    // `constructor` and its like exist on every object, so their absence could not be told.
    return free && !(responseName in Object.prototype) ? responseName : prefix + responseName;
  };
}

/** The name under which a variable of the client's operation is sent to subgraphs. */
export function internalVariable(name: string): string {
  return name === 'representations' || name.startsWith('contextualArgument') || name.startsWith('_')
    ? prefix + name
    : name;
}
