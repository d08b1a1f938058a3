import type { Consent } from "../../../domain/content/consent.ts";
import type { KitSource } from "../../../domain/content/kit-source.ts";
import type { PictureSource } from "../../../domain/content/picture-source.ts";
import type { Finding } from "../../../domain/content/problem.ts";

/** What is known of a picture that a page shows, from `pictures` or from the assets of the kit that it is in. */
export type KnownPicture = Omit<PictureSource, "file">;

type Asset = Pick<
  KitSource["assets"][number],
  | "file"
  | "people"
  | "consent"
  | "creator"
  | "created"
  | "licence"
  | "digitalSourceType"
  | "publishAt"
  | "until"
>;

/** Where a picture is shown: the lead picture also goes into feeds and into previews on social networks. */
export type PictureUse = "lead" | "text";

/** Pictures by the file that is shown. */
export type KnownPictures = ReadonlyMap<string, KnownPicture>;

/** What a unit says of its pictures; what a kit says of a file among its assets counts for its pages as well. */
export function knownPictures({
  pictures = [],
  assets = [],
}: {
  readonly pictures?: readonly PictureSource[] | undefined;
  readonly assets?: readonly Asset[] | undefined;
}): KnownPictures {
  const ofAssets = assets.map(({ file, people, ...asset }): [string, KnownPicture] => [
    file,
    { ...asset, people: people ? "yes" : "none" },
  ]);
  return new Map([
    ...pictures.map(({ file, ...known }): [string, KnownPicture] => [file, known]),
    ...ofAssets,
  ]);
}

/**
 * Why a picture is not published, if it is not. Everything that is not answered withholds the picture, and the unit goes
 * out without it.
 */
export function whyWithheld(
  file: string,
  known: KnownPicture | undefined,
  use: PictureUse,
): Finding | undefined {
  if (known?.people === undefined || known.people === null)
    return {
      problem: `${file} is not published: nobody has said whether people can be recognised in it`,
      expected: `\`people: none\` or \`people: yes\` for ${file} under \`pictures\`; \`npm run migrate -- pictures\` writes the questions`,
    };
  if (known.people === "none") return undefined;
  const { consent } = known;
  if (!consent)
    return {
      problem: `${file} is not published: it shows people, and no consent of theirs is recorded`,
      expected: "consent with scope, date, ends, givenBy, reviewedBy and reference",
    };
  return consentMissing(file, consent, use);
}

function consentMissing(
  file: string,
  { scope, protected: isProtected, obscured }: Consent,
  use: PictureUse,
): Finding | undefined {
  if (isProtected && use === "lead")
    return {
      problem: `${file} is not published here: it shows people who must not be found, and previews of the page would carry it anywhere`,
      expected: "another picture",
    };
  if (isProtected && !obscured)
    return {
      problem: `${file} is not published: it shows people who must not be found`,
      expected: "`obscured: true`, once they are unrecognisable in the pixels themselves",
    };
  const needed = use === "lead" ? (["newsroom", "social-media"] as const) : (["newsroom"] as const);
  const missing = needed.filter((each) => !scope.includes(each));
  if (missing.length === 0) return undefined;
  return {
    problem: `${file} is not published: those in it did not agree to ${missing.map((each) => AGREED[each]).join(" and ")}`,
    expected: `a consent whose scope has ${needed.map((each) => `\`${each}\``).join(" and ")}, or another picture`,
  };
}

const AGREED = {
  newsroom: "being shown here",
  "social-media": "previews on social networks, which show the picture at the head of a page",
} as const;
