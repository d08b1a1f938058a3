import { afterAll, beforeAll } from "vitest";
import { freshWorkplace } from "./fresh-workplace.ts";
import { npmStart, type StartedNewsroom, type Workplace } from "./started-newsroom.ts";

/** A newsroom that runs as long as the tests of a file, and publishes what it sees in its folder. */
export interface WatchedNewsroom {
  readonly place: Workplace;
  readonly newsroom: StartedNewsroom;
  readonly address: string;
  /** The body of the answer at a path. */
  page(path: string): Promise<string>;
}

/** @returns what asks for it, once the first test runs */
export function watchedNewsroom(): () => WatchedNewsroom {
  let started: WatchedNewsroom | undefined;
  beforeAll(async () => {
    const place = freshWorkplace();
    const newsroom = npmStart(place);
    const { address } = await newsroom.opened();
    started = { place, newsroom, address, page: async (path) => (await fetch(address + path)).text() };
  });
  afterAll(async () => {
    await started?.newsroom.interrupt();
    started?.place.remove();
  });
  return () => {
    if (!started) throw new Error("The newsroom has not been started.");
    return started;
  };
}
