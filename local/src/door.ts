import type { RequestListener } from 'node:http';
import { listen } from '@ruzlet/platform/http/run-service';
import { sendJson } from '@ruzlet/platform/http/body';
import { takeUpgrades, type TakeUpgrade } from '@ruzlet/platform/http/upgrades';

/** A port that is taken at once and served as soon as what is behind it has started. */
export interface Door {
  what: string;
  port: number;
  /** @param upgrade takes connections for other protocols. */
  open(handler: RequestListener, upgrade?: TakeUpgrade): void;
  close(): Promise<void>;
}

/** @throws ListenError with one clear line when the port is taken. */
export async function takePort(what: string, port: number, host: string): Promise<Door> {
  let current: RequestListener = (_request, response) => {
    response.setHeader('retry-after', '1');
    sendJson(response, 503, {
      errors: [{ message: `${what} is starting.`, extensions: { code: 'SERVICE_UNAVAILABLE' } }],
    });
  };
  const listening = await listen(
    (request, response) => {
      current(request, response);
    },
    { port, host, what },
  );
  return {
    what,
    port: listening.port,
    open(handler, upgrade) {
      current = handler;
      if (upgrade) takeUpgrades(listening.server, upgrade);
    },
    close: listening.close,
  };
}
