import type { RuzletEvent } from '@ruzlet/contracts/registry';

/** Every user whom an event names. */
export function usersOf({ data }: RuzletEvent): string[] {
  return [
    ...('userId' in data ? [data.userId] : []),
    ...('ownerId' in data ? [data.ownerId] : []),
    ...('attachedBy' in data && data.attachedBy !== undefined ? [data.attachedBy] : []),
    ...('editorIds' in data ? [...data.editorIds, ...data.viewerIds] : []),
  ];
}
