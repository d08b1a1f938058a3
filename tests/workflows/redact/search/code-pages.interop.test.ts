import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { ENCODINGS } from "../../../../functions/workflows/redact/search/code-pages.ts";

test("the Kazakh code pages are those of Python", () => {
  const program = `import sys
for page in ("kz1048", "ptcp154"):
    sys.stdout.buffer.write("".join(bytes([b]).decode(page, "replace") for b in range(128, 256)).encode() + b"\\n")`;
  const pages = execFileSync("python3", ["-c", program]).toString("utf8").split("\n");
  for (const [i, name] of ["KZ-1048", "PT154"].entries()) {
    const { encode } = ENCODINGS.find((each) => each.name === name) ?? {};
    const letters = Array.from(pages[i] ?? "");
    const known = letters.map(
      (letter, n) => letter === "\uFFFD" || encode?.(letter) === String.fromCharCode(128 + n),
    );
    expect(known).toEqual(letters.map(() => true));
  }
});
