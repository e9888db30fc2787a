import { createHash, randomBytes } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import type { ProviderSettings } from '../src/identity/providers.js';

/** Somebody at the provider. */
export interface Person {
  sub: string;
  email?: string;
  email_verified?: boolean;
  preferred_username?: string;
  name?: string;
  zoneinfo?: string;
}

export interface TestProvider {
  settings: ProviderSettings;
  /** Who signs in there next; null refuses. */
  person: Person | null;
  close(): Promise<void>;
}

export async function serve(
  handler: RequestListener,
): Promise<{ url: string; server: Server; close: () => Promise<void> }> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    server,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/**
 * A real OpenID Connect provider on this machine; whoever comes there is `person`, and agrees.
 *
 * @param redirectUri asked for at the first request, when whoever uses the provider has a port.
 */
export async function startProvider(id: string, redirectUri: () => string): Promise<TestProvider> {
  let answer: RequestListener | undefined;
  const listening = await serve((request, response) => {
    answer ??= makeAnswer();
    answer(request, response);
  });
  const clientSecret = randomBytes(24).toString('hex');
  const people = new Map<string, Person>();
  const self: TestProvider = {
    settings: {
      id,
      name: `Provider ${id}`,
      issuer: listening.url,
      clientId: 'ruzlet',
      clientSecret,
      scopes: 'openid email profile',
      emailsAreVerified: false,
    },
    person: null,
    close: listening.close,
  };
  return self;

  function makeAnswer(): RequestListener {
    const provider = new Provider(listening.url, {
      clients: [
        {
          client_id: 'ruzlet',
          client_secret: clientSecret,
          redirect_uris: [redirectUri()],
          grant_types: ['authorization_code'],
          response_types: ['code'],
        },
      ],
      pkce: { required: () => true },
      claims: {
        openid: ['sub'],
        email: ['email', 'email_verified'],
        profile: ['name', 'preferred_username', 'zoneinfo', 'locale'],
      },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      cookies: { keys: [randomBytes(16).toString('hex')] },
      findAccount: (_context: unknown, sub: string) => ({ accountId: sub, claims: () => people.get(sub) }),
    });
    const callback = provider.callback();
    return (request, response) => {
      if (!request.url?.startsWith('/interaction/')) {
        callback(request, response);
        return;
      }
      const interact = async () => {
        const { person } = self;
        if (!person) {
          await provider.interactionFinished(request, response, { error: 'access_denied' });
          return;
        }
        people.set(person.sub, person);
        const { params } = await provider.interactionDetails(request, response);
        const grant = new provider.Grant({ accountId: person.sub, clientId: params.client_id });
        grant.addOIDCScope(params.scope);
        await provider.interactionFinished(request, response, {
          login: { accountId: person.sub },
          consent: { grantId: await grant.save() },
        });
      };
      interact().catch((error: unknown) => {
        response.destroy(error instanceof Error ? error : undefined);
      });
    };
  }
}

/** A verifier that a client keeps, and the challenge that it sends the browser away with. */
export function newVerifier(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

export interface Browser {
  /** Follows redirects, with cookies, until something else is answered or `until` is where it is sent. */
  visit(url: string, until?: (url: string) => boolean): Promise<{ url: string; status: number; body: string }>;
  cookies: Map<string, string>;
}

/** As much of a browser as a sign-in needs: redirects and a cookie jar by host. */
export function createBrowser(): Browser {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async visit(first, until = () => false) {
      let url = first;
      for (let step = 0; step < 20; step += 1) {
        if (until(url)) return { url, status: 0, body: '' };
        const { host } = new URL(url);
        const jar = [...cookies]
          .filter(([key]) => key.startsWith(`${host} `))
          .map(([key, value]) => `${key.split(' ')[1] ?? ''}=${value}`);
        const response = await fetch(url, {
          redirect: 'manual',
          headers: { accept: 'application/json', ...(jar.length > 0 && { cookie: jar.join('; ') }) },
        });
        for (const cookie of response.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
          if (value === '') cookies.delete(`${host} ${name}`);
          else cookies.set(`${host} ${name}`, value);
        }
        const location = response.headers.get('location');
        if (location === null) return { url, status: response.status, body: await response.text() };
        url = new URL(location, url).href;
      }
      throw new Error('The browser was redirected in a circle.');
    },
  };
}
