import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cleanFile } from "../../../functions/workflows/media/clean-file.ts";
import { pictureFacts } from "../../../functions/workflows/media/picture/picture-facts.ts";
import { keptParts } from "../../../functions/workflows/media/picture/picture-parts.ts";
import { temporaryFolder } from "../../worlds/commands/temporary-folder.ts";
import { fc } from "../../worlds/documents/fast-check.ts";
import { RIGHTS } from "../../worlds/documents/rights.ts";
import {
  drawn,
  epsWithPreview,
  talkativeGif,
  talkativeJpeg,
  talkativePng,
  talkativeWebp,
} from "../../worlds/media/pictures.ts";

const PICTURES = [
  ["image/jpeg", talkativeJpeg],
  ["image/png", talkativePng],
  ["image/gif", talkativeGif],
  ["image/webp", talkativeWebp],
  ["image/tiff", () => drawn().tiff({ compression: "lzw" }).toBuffer()],
  ["application/postscript", epsWithPreview],
] as const;

/** Where to cut a file off, and which bytes of it to change, as parts of its length. */
const damage = fc.record({
  end: fc.double({ min: 0, max: 1, noNaN: true }),
  changes: fc.array(
    fc.tuple(fc.double({ min: 0, max: 0.99, noNaN: true }), fc.integer({ min: 0, max: 255 })),
    {
      maxLength: 20,
    },
  ),
});

function damaged(picture: Buffer, { end, changes }: { end: number; changes: [number, number][] }): Buffer {
  const bytes = Buffer.from(picture);
  for (const [at, value] of changes) bytes[Math.floor(at * bytes.length)] = value;
  return bytes.subarray(0, Math.ceil(end * bytes.length));
}

describe.each(PICTURES)("a damaged %s", (mediaType, make) => {
  it("is taken apart without error into no more than it was", async () => {
    const picture = await make();
    fc.assert(
      fc.property(damage, (how) => {
        const file = damaged(picture, how);
        const kept = Buffer.concat(keptParts(file, mediaType));
        expect(kept.length).toBeLessThanOrEqual(file.length + 32);
      }),
      { numRuns: 300 },
    );
  });

  it("is cleaned, or refused in words that name no folder of ours", async () => {
    const [picture, folder] = [await make(), temporaryFolder()];
    let n = 0;
    await fc.assert(
      fc.asyncProperty(damage, async (how) => {
        const from = join(folder, `from-${++n}`);
        const bytes = damaged(picture, how);
        writeFileSync(from, bytes);
        const facts = await pictureFacts(from, bytes.length);
        const cleaned = await cleanFile({ from, to: join(folder, `to-${n}`), mediaType, rights: RIGHTS });
        expect(JSON.stringify([facts, cleaned])).not.toContain(folder);
        if (cleaned !== "cleaned") expect(cleaned).toMatchObject({ problem: expect.any(String) });
      }),
      { numRuns: 25 },
    );
  });
});
