const DOS_MARK = 0xc6d3d0c5;

/** Comments of the header by which a page is laid out and printed (DSC 3.0). All else says who made it, how and where. */
const KEPT =
  /^%(!PS|%(HiRes|Exact)?BoundingBox:|%CropBox:|%Pages:|%PageOrder:|%Orientation:|%LanguageLevel:|%Extensions:|%DocumentData:|%Document(Needed|Supplied|Process|Custom)\w*:|%(CMYK|RGB)(Process|Custom)Color:|%EndComments)/;
const LINE = /[^\r\n]*(\r\n|\r|\n|$)/y;
/** Illustrator's own file, which printers pass over: with the names of its author, of folders and of every layer. */
const PRIVATE = { begin: "%AI9_PrivateDataBegin", end: "%AI9_PrivateDataEnd" };
const PREVIEW = /^%%BeginPreview[^\r\n]*[\r\n][\s\S]*?%%EndPreview[^\r\n]*(\r\n|\r|\n|$)/;

/**
 * An EPS without preview, whether as bitmap before and after it or in its comments, without the file from which it was
 * made, and with a header that names neither people nor files. @returns undefined when a header in binary points outside of the file
 */
export function epsParts(file: Buffer): Buffer[] | undefined {
  const program = programIn(file);
  if (!program) return undefined;
  const text = program.toString("latin1"); // a byte is a character
  let kept = "";
  let keeping = false;
  let at = 0;
  for (LINE.lastIndex = 0; text[at] === "%"; at = LINE.lastIndex) {
    LINE.lastIndex = at;
    const line = LINE.exec(text)?.[0] ?? "";
    keeping = line.startsWith("%%+") ? keeping : KEPT.test(line);
    if (keeping) kept += line;
    if (line.startsWith("%%EndComments")) {
      at += line.length;
      break;
    }
  }
  const preview = PREVIEW.exec(text.slice(at, at + (1 << 22)))?.[0] ?? "";
  return [Buffer.from(kept, "latin1"), ...withoutPrivate(program.subarray(at + preview.length))];
}

function withoutPrivate(body: Buffer): Buffer[] {
  const begin = body.indexOf(PRIVATE.begin);
  const end = begin < 0 ? -1 : body.indexOf(PRIVATE.end, begin);
  if (end < 0) return [body];
  return [body.subarray(0, begin), Buffer.from(`${PRIVATE.begin}\n`), body.subarray(end)];
}

/** The PostScript of a file that may begin with a table of it and of previews (EPSF 3.0, 5.2). */
function programIn(file: Buffer): Buffer | undefined {
  if (file.length < 12 || file.readUInt32LE(0) !== DOS_MARK) return file;
  const start = file.readUInt32LE(4);
  const end = start + file.readUInt32LE(8);
  return end > file.length ? undefined : file.subarray(start, end);
}
