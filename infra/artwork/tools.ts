import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { Refusal } from "../../functions/domain/refusal.ts";

const FONTS = ["Noto Sans", "Noto Serif"];

/**
 * Makes sure that letters will be drawn in the fonts that the artwork is designed for; without them another font
 * would stand in silently, perhaps one without Kazakh letters.
 * @throws Refusal `artwork-tool-missing`
 */
export async function requireFonts(): Promise<void> {
  for (const font of FONTS) {
    const found = await output("fc-list", [`${font}:lang=kk`, "family"]);
    if (found?.trim()) continue;
    throw new Refusal(
      "artwork-tool-missing",
      500,
      `The font ${font} with Kazakh letters is not installed.`,
      "Install it, on Debian and Ubuntu with `apt-get install fontconfig fonts-noto-core`, and draw again.",
    );
  }
}

async function output(program: string, args: string[]): Promise<string | undefined> {
  try {
    return (await promisify(execFile)(program, args)).stdout;
  } catch {
    return undefined;
  }
}
