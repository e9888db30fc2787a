/** What subscriptions may take, unless set otherwise. */
export const subscriptionLimits = {
  /** Subscriptions of this process (count). */
  openMax: 10_000,
  /** Subscriptions of one signed-in user, and of one address that is not signed in (count), in all processes that share leases. */
  perUserMax: 100,
  /** Operations under way on one WebSocket (count). */
  perConnectionMax: 50,
  /** WebSockets from one address (count): a school may stand behind one. */
  connectionsPerAddressMax: 500,
  /** Bytes of one message on a WebSocket. */
  messageBytesMax: 1_000_000,
  /** How long a new WebSocket has to begin with `connection_init` (milliseconds). */
  initTimeoutMs: 5_000,
  /** How often a WebSocket is pinged; one that does not answer until the next is closed (milliseconds). */
  pingMs: 12_000,
  /** How often a token is looked at while its stream is idle (milliseconds). */
  tokenCheckMs: 10_000,
};

export type SubscriptionLimits = typeof subscriptionLimits;
