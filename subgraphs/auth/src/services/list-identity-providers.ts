import { identityPaths } from '../domain/identity-providers.js';
import type { AuthServices } from './auth-services.js';

/** The providers that one can sign in with, each with the address to send a browser to. */
export function listIdentityProviders({
  identityProviders,
  publicUrl,
}: Pick<AuthServices, 'identityProviders' | 'publicUrl'>): { id: string; name: string; startUrl: string }[] {
  return identityProviders
    .list()
    .map((provider) => ({ ...provider, startUrl: `${publicUrl}${identityPaths(provider.id).start}` }));
}
