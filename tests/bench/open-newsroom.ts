import type { RunningRecord } from "../../infra/local/machine/state-directory.ts";
import { npmStart, workplace } from "../worlds/commands/started-newsroom.ts";

/** The files of the sample kit are made first, which takes minutes on a busy machine. */
const WAIT_MS = 15 * 60_000;

/** Measures on a newsroom with the sample content, which is started for it and ended after it. */
export async function withNewsroom(
  measure: (newsroom: Required<RunningRecord>) => Promise<void>,
): Promise<void> {
  const place = workplace();
  const newsroom = npmStart(place);
  try {
    await measure(await newsroom.opened(WAIT_MS));
  } finally {
    await newsroom.interrupt();
    place.remove();
  }
}
