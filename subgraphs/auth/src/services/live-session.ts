import { requireViewer, type Viewer } from '@ruzlet/platform/access/viewer';
import { unauthenticated } from '@ruzlet/platform/errors';
import { isSessionLive } from '../storage/sessions.js';
import type { AuthServices } from './auth-services.js';

/**
 * The viewer, whose session has not been ended. An access token outlives its session by up to its own life; here, where
 * accounts are changed, that is not good enough.
 *
 * @throws AppError UNAUTHENTICATED.
 */
export async function requireLiveSession(
  { db, clock }: Pick<AuthServices, 'db' | 'clock'>,
  viewer: Viewer | null,
): Promise<Viewer> {
  const asking = requireViewer(viewer);
  if (!(await isSessionLive(db, asking.sessionId, asking.userId, clock.now()))) {
    throw unauthenticated('This session has ended: sign in again.');
  }
  return asking;
}
