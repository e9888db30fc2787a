/** What a signed-in client keeps. */
export interface Tokens {
  accessToken: string;
  /** RFC 3339. */
  expiresAt: string;
  refreshToken: string;
}

/** Where tokens are kept between runs: memory by default, `localStorage` or a secure store if the application wants. */
export interface TokenStore {
  load(): Promise<Tokens | undefined> | Tokens | undefined;
  /** Undefined signs out. */
  save(tokens: Tokens | undefined): Promise<void> | void;
}

export function createMemoryTokenStore(): TokenStore {
  let kept: Tokens | undefined;
  return {
    load: () => kept,
    save: (tokens) => {
      kept = tokens;
    },
  };
}
