import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  Conversion,
  type Input,
  Mp4OutputFormat,
  Output,
  StreamTarget,
  type StreamTargetChunk,
} from "mediabunny";
import { InvalidFile } from "../../../domain/content/invalid-file.ts";
import { demuxing } from "./demuxing.ts";
import { ReadAt } from "./read-at.ts";

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
  const file = await open(to, "w");
  try {
    await ReadAt.during(from, (source) => demuxing(source, (input) => converted(input, file)));
  } finally {
    await file.close();
  }
}

async function converted(input: Input, file: FileHandle): Promise<void> {
  const writable = new WritableStream<StreamTargetChunk>({
    write: async ({ data, position }) => {
      await file.write(data, 0, data.length, position);
    },
  });
  const output = new Output({
    format: new Mp4OutputFormat({ fastStart: false }),
    target: new StreamTarget(writable, { chunked: true }),
  });
  try {
    const conversion = await Conversion.init({ input, output, showWarnings: false });
    if (!conversion.isValid || conversion.discardedTracks.some(({ track }) => track.type !== "subtitle"))
      throw new InvalidFile(HOW);
    await conversion.execute();
  } catch (error) {
    if (output.state === "started") await output.cancel();
    throw error;
  }
}
