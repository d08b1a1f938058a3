import { earlyPath } from "../addresses.ts";
import { LANGUAGES, type Language } from "../language.ts";

/** Addresses within early access; all stand below `earlyPath`. */

export const earlyContentsPath = (language: Language, token: string) =>
  `${earlyPath(language, token)}/contents`;

/** A publication, seen early: `/en/releases/x` stands at `/en/early/{token}/releases/x`. */
export function earlyPublicationPath(token: string, publicPath: string): string {
  const [, language = "", ...rest] = publicPath.split("/");
  const of = LANGUAGES.find((each) => each === language);
  if (!of) throw new Error(`${publicPath} is not the path of a publication.`);
  return `${earlyPath(of, token)}/${rest.join("/")}`;
}

/** A file that a publication shows, seen early. @param of public path of the publication, whose page `page` shows it */
export function earlyMediaPath(
  language: Language,
  token: string,
  mediaPath: string,
  { of, page }: { of: string; page: number },
): string {
  return `${earlyPath(language, token)}${mediaPath}?of=${encodeURIComponent(of)}${page > 1 ? `&page=${page}` : ""}`;
}

export const earlyDownloadPath = (language: Language, token: string, downloadPath: string) =>
  `${earlyPath(language, token)}${downloadPath}`;
