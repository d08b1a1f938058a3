import { mkdtemp, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  Conversion,
  FilePathSource,
  FilePathTarget,
  Input,
  Logging,
  LogLevel,
  MP4,
  Mp4OutputFormat,
  Output,
  QTFF,
} from "mediabunny";
import { Unsound } from "../unsound.ts";

Logging.level = LogLevel.Silent; // what is wrong is said in findings

const HOW = {
  problem: "the recording comes in fragments that cannot be joined here",
  expected: "a recording that `ffmpeg -i FILE -c copy -movflags +faststart NEW.mp4` has written anew",
};

/**
 * Copies the packets of a movie whose index is spread over fragments, as browsers and live encoders record, into one
 * with a single index, for as long as the work takes. The file lies beside `near`, where there is room for it.
 */
export async function withJoinedFragments(
  from: string,
  near: string,
  work: (joined: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(dirname(near), "joined-"));
  try {
    const joined = join(folder, "joined.mp4");
    await copyPackets(from, joined);
    await work(joined);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function copyPackets(from: string, to: string): Promise<void> {
  const input = new Input({ source: new FilePathSource(from), formats: [MP4, QTFF] });
  const output = new Output({
    format: new Mp4OutputFormat({ fastStart: false }),
    target: new FilePathTarget(to),
  });
  try {
    const conversion = await Conversion.init({ input, output, showWarnings: false });
    if (!conversion.isValid || conversion.discardedTracks.some(({ track }) => track.type !== "subtitle"))
      throw new Unsound(HOW);
    await conversion.execute();
  } catch (error) {
    if (output.state === "pending" || output.state === "started") await output.cancel();
    throw error;
  } finally {
    input.dispose();
  }
}
