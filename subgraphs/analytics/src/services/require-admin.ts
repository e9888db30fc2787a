import { requireViewer, type Viewer } from '@ruzlet/platform/access/viewer';
import { forbidden } from '@ruzlet/platform/errors';
import { isAdmin } from '../storage/access.js';

/** @throws AppError UNAUTHENTICATED when nobody is signed in, FORBIDDEN when the viewer is no administrator. */
export function requireAdmin(viewer: Viewer | null): void {
  if (!isAdmin(requireViewer(viewer))) throw forbidden('Only administrators may see or do this.');
}
