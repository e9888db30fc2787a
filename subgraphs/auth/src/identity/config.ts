import { z } from 'zod';
import { envList } from '@ruzlet/platform/config';
import { clientOriginFault } from '../domain/client-origins.js';
import { providerIdPattern } from '../domain/identity-providers.js';
import type { ProviderSettings } from './providers.js';

/** What of the environment is about clients and other providers; the one-machine mode reads the same. */

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];
const providersMax = 20;

/** Secrets travel to an issuer: over plain HTTP only within this machine. */
function isIssuer(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopbackNames.includes(url.hostname));
}

const provider = z
  .strictObject({
    id: z.string().regex(providerIdPattern, 'must be lower-case letters, digits and "-", beginning with a letter'),
    name: z.string().min(1).max(80).optional(),
    issuer: z.string().refine(isIssuer, 'must be an https address'),
    clientId: z.string().min(1),
    clientSecret: z.string().min(1).optional(),
    scopes: z
      .string()
      .regex(/(^| )openid( |$)/, 'must have openid in it')
      .default('openid email profile'),
    emailsAreVerified: z.boolean().default(false),
  })
  .transform((settings): ProviderSettings => ({ ...settings, name: settings.name ?? settings.id }));

/** `[{"id":"acme","name":"Acme","issuer":"https://id.acme.example","clientId":"…","clientSecret":"…"}]` */
export const envIdentityProviders = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'must be JSON: [{"id","issuer","clientId","clientSecret"}]' });
      return z.NEVER;
    }
  })
  .pipe(
    z
      .array(provider)
      .max(providersMax)
      .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'must have each id once'),
  );

/** Origins with commas between; `http://localhost:*` stands for every port. */
export const envClientOrigins = envList.superRefine((origins, context) => {
  for (const origin of origins) {
    const message = clientOriginFault(origin);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  }
});
