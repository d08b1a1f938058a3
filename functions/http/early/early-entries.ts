import { earlyPublicationPath } from "../../domain/early/addresses.ts";
import type { PublicationDocument } from "../../domain/early/shown-early.ts";
import type { EarlyEntry, EarlyStanding } from "../../rendering/pages/early/early-contents-page.tsx";
import type { EarlyDependencies } from "./early-dependencies.ts";
import { earlyDocument } from "./early-document.ts";
import type { EarlyVisit, OpenUnit } from "./early-visit.ts";

export function standingOf(
  { state, publishAt }: OpenUnit,
  { zone }: Pick<PublicationDocument, "zone">,
): EarlyStanding {
  return state === "embargoed" ? { state, liftsAt: publishAt, zone } : { state };
}

/** What a link opens, as its contents show it: in the language of the page where there is one, else in the first. */
export async function earlyEntries(
  { reader }: EarlyDependencies,
  { visited: { language, now }, token }: EarlyVisit,
  units: readonly OpenUnit[],
): Promise<EarlyEntry[]> {
  const entries = units.map(async (open): Promise<EarlyEntry[]> => {
    const { translations, unit } = open;
    const translation = translations.find((each) => each.language === language) ?? translations[0];
    if (!translation) return [];
    const shown = await earlyDocument(reader, translation.path, { page: 1, granted: new Set(), now });
    if (!shown) return [];
    const { title, summary, path } = shown.document;
    const address = open.state === "public" ? path : earlyPublicationPath(token, path);
    const standing = standingOf(open, shown.document);
    return [{ kind: unit.kind, title, summary, language: translation.language, address, standing }];
  });
  return (await Promise.all(entries)).flat();
}
