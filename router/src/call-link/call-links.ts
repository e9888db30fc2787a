import { NoCallLinks, openCallLink, type CallLink, type CallLinkOptions } from './call-link.js';

/** Links to one subgraph, opened beside the calls: nobody waits for one. */
export interface CallLinks {
  /** The link to use; undefined when there is none: then calls go as requests of their own. */
  take(): CallLink | undefined;
  close: () => void;
}

export interface CallLinksOptions extends CallLinkOptions {
  /** Links at the same time (count). */
  linksMax: number;
  /** Milliseconds after which a link makes place for another, so that new processes behind one address get their share. */
  linkAgeMs: number;
}

/** Milliseconds until a server that does not offer links, or is not there, is asked again. */
const askAgainMs = 60_000;
const connectAgainMs = 1_000;
/** Calls under way on a link beyond which another is used (count). */
const callsToSpill = 64;

/** @param url of the subgraph's GraphQL endpoint. */
export function createCallLinks(url: string, options: CallLinksOptions): CallLinks {
  let links: CallLink[] = [];
  const bornMs = new Map<CallLink, number>();
  let opening = false;
  let closed = false;
  let mayOpenMs = 0;

  async function open(): Promise<void> {
    opening = true;
    try {
      const link = await openCallLink(url, options);
      if (closed) {
        link.close();
        return;
      }
      links.push(link);
      bornMs.set(link, performance.now());
      const [oldest] = links;
      if (oldest !== link && performance.now() - (bornMs.get(oldest ?? link) ?? 0) > options.linkAgeMs) forget(oldest);
    } catch (error) {
      mayOpenMs = performance.now() + (error instanceof NoCallLinks ? askAgainMs : connectAgainMs);
    } finally {
      opening = false;
    }
  }

  function forget(link: CallLink | undefined): void {
    if (!link) return;
    link.retire();
    links = links.filter((other) => other !== link);
    bornMs.delete(link);
  }

  return {
    take() {
      let best: CallLink | undefined;
      for (const link of links) {
        if (!link.isOpen()) forget(link);
        // Together on one link, calls cost less: the next is for when there are many.
        else if (!best || (best.underWay() >= callsToSpill && link.underWay() < best.underWay())) best = link;
      }
      if (opening || closed) return best;
      const nowMs = performance.now();
      const [oldest] = links;
      const aged = oldest !== undefined && nowMs - (bornMs.get(oldest) ?? nowMs) > options.linkAgeMs;
      const crowded = links.length < options.linksMax && (best?.underWay() ?? 0) >= callsToSpill;
      if ((!best || aged || crowded) && nowMs >= mayOpenMs) void open();
      return best;
    },
    close() {
      closed = true;
      for (const link of links) link.close();
      links = [];
    },
  };
}
