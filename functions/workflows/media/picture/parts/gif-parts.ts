const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;
const CONTROL = 0xf9;
const APPLICATION = 0xff;

/** Applications whose extensions make the picture: how often it repeats, and its colour profile. */
const KEPT = new Set(["NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012"]);

/** Blocks of a GIF (GIF89a, 17 to 27) without comments and other programs' extensions. @returns undefined without a trailer */
export function gifParts(file: Buffer): Buffer[] | undefined {
  let at = 13 + colours(file[10]);
  const parts = [file.subarray(0, at)];
  let control: Buffer | undefined;
  while (at < file.length) {
    const start = at;
    if (file[at] === TRAILER) return [...parts, file.subarray(at, at + 1)];
    if (file[at] === IMAGE) {
      at = afterBlocks(file, start + 11 + colours(file[start + 9]));
      parts.push(...(control ? [control] : []), file.subarray(start, at));
      control = undefined;
    } else if (file[at] === EXTENSION) {
      at = afterBlocks(file, start + 2);
      const block = file.subarray(start, at);
      if (block[1] === CONTROL) control = block;
      // words drawn over the picture use up what was said of their timing
      else if (block[1] === 0x01) control = undefined;
      else if (block[1] === APPLICATION && KEPT.has(block.toString("latin1", 3, 14))) parts.push(block);
    } else return undefined;
  }
  return undefined;
}

/** Bytes of a table of colours, by the flags that announce it. */
function colours(flags = 0): number {
  return flags & 0x80 ? 3 << ((flags & 7) + 1) : 0;
}

/** Where a run of sub-blocks ends. */
function afterBlocks(file: Buffer, from: number): number {
  let at = from;
  while (file[at]) at += 1 + (file[at] ?? 0);
  return at + 1;
}
