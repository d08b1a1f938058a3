import { earlyDownloadPath, earlyMediaPath, earlyPublicationPath } from "../../domain/early/addresses.ts";
import type { PublicationDocument } from "../../domain/early/shown-early.ts";
import type { Instant } from "../../domain/instant.ts";
import type { Language } from "../../domain/language.ts";
import { isVisible } from "../../domain/visibility.ts";
import type { NewsroomReader } from "../../storage/newsroom/newsroom-reader.ts";
import { type OpenUnit, unitAt } from "./early-visit.ts";

export interface EarlyPage {
  readonly token: string;
  readonly language: Language;
  readonly units: readonly OpenUnit[];
  /** The publication that the page shows, and which page of it. */
  readonly of: string;
  readonly page: number;
  /** Addresses that the text links to and that are not public yet. */
  readonly hidden: ReadonlySet<string>;
}

/** Where the links of a page seen early lead: within early access what was granted, elsewhere what is public. */
export function earlyLinks({ token, language, units, of, page, hidden }: EarlyPage) {
  return (address: string): string | undefined => {
    const [path = ""] = address.split(/[?#]/, 1);
    const rest = address.slice(path.length);
    if (path.startsWith("/media/")) return earlyMediaPath(language, token, path, { of, page });
    if (path.startsWith("/downloads/"))
      return kitOf(units, path) ? earlyDownloadPath(language, token, path) : shown(address, path, hidden);
    const unit = unitAt(units, path);
    if (unit && unit.state !== "public") return `${earlyPublicationPath(token, path)}${rest}`;
    return shown(address, path, hidden);
  };
}

function shown(address: string, path: string, hidden: ReadonlySet<string>): string | undefined {
  return hidden.has(path) ? undefined : address;
}

/** The granted kit, not public yet, to which a download belongs. */
export function kitOf(units: readonly OpenUnit[], downloadPath: string): OpenUnit | undefined {
  const kit = kitAt(units, downloadPath);
  return kit?.state === "public" ? undefined : kit;
}

/** The granted kit to which a download belongs. */
export function kitAt(units: readonly OpenUnit[], downloadPath: string): OpenUnit | undefined {
  const slug = downloadPath.split("/")[2];
  return units.find(
    ({ unit, translations }) =>
      unit.kind === "kit" && translations.some(({ path }) => path.split("/")[3] === slug),
  );
}

const TEXT_LINK = / href="(\/[^"?#]*)/g;

/** Addresses that the text of a publication links to and that nobody else can see at `now`. */
export async function hiddenAddresses(
  reader: NewsroomReader,
  document: PublicationDocument,
  now: Instant,
): Promise<Set<string>> {
  const html = document.kind === "release" ? `${document.html}${document.notes ?? ""}` : document.html;
  const paths = new Set([...html.matchAll(TEXT_LINK)].map(([, path = ""]) => path));
  const hidden = await Promise.all(
    [...paths].map(async (path) => {
      const stored = path.startsWith("/media/") ? undefined : await reader.document(path);
      return stored && !isVisible(stored, now) ? [path] : [];
    }),
  );
  return new Set(hidden.flat());
}
