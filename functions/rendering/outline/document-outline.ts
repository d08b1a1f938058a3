import type { ShownDocument } from "../../domain/documents/at.ts";
import type { EventDocument, PublicPlace, Session } from "../../domain/documents/event.ts";
import type { Asset, KitDocument } from "../../domain/documents/kit.ts";
import type { PageDocument } from "../../domain/documents/page.ts";
import { moment } from "../format/dates.ts";
import { type OutlineBlock, pictureBlock, withWords } from "./block.ts";
import { releaseOutline } from "./release-outline.ts";

/** What can be read in a document of any kind. Pages of events and kits lay the same out in their own ways. */
export function outlineOf(document: ShownDocument): OutlineBlock[] {
  switch (document.kind) {
    case "release":
      return releaseOutline(document);
    case "event":
      return eventOutline(document);
    case "kit":
      return kitOutline(document);
    case "page":
      return pageOutline(document);
  }
}

function eventOutline(document: EventDocument): OutlineBlock[] {
  const { title, summary, sample, html, image, recording, sessions, places, status } = document;
  const time = timesIn(document);
  return withWords([
    { kind: "title", text: title },
    { kind: "stand-first", text: summary },
    ...(sample === undefined ? [] : [{ kind: "line", text: sample } as const]),
    { kind: "lines", lines: [time(document.start), time(document.end), whereOf(document), status] },
    pictureBlock(image),
    ...sessions.map((each) => sessionBlock(each, time)),
    ...places.map(placeBlock),
    ...(recording ? [{ kind: "line", text: recording.title } as const] : []),
    { kind: "text", html },
  ]);
}

const timesIn =
  ({ zone, language }: EventDocument) =>
  (at: string): string =>
    moment(at, zone, language);

const whereOf = ({ city, venue }: EventDocument): string =>
  [city, venue?.name, venue?.address].filter(Boolean).join(", ");

function sessionBlock(
  { title, start, end, description, speakers }: Session,
  time: (at: string) => string,
): OutlineBlock {
  const who = speakers.map(({ name, role }) => [name, role].filter(Boolean).join(", ")).join("; ");
  return { kind: "lines", lines: linesOf(`${title}: ${time(start)} – ${time(end)}`, description, who) };
}

const placeBlock = ({ title, note, capacity }: PublicPlace): OutlineBlock => ({
  kind: "lines",
  lines: linesOf(`${title}: ${capacity}`, note),
});

function kitOutline({ title, summary, image, assets, html }: KitDocument): OutlineBlock[] {
  return withWords([
    { kind: "title", text: title },
    { kind: "stand-first", text: summary },
    pictureBlock(image),
    ...assets.map(assetBlock),
    { kind: "text", html },
  ]);
}

/** Everything that a kit says of a file in words. */
function assetBlock(asset: Asset): OutlineBlock {
  const { headline, caption, credit, licence, alt, transcript } = asset;
  const { creator, source, copyright, alterations, specialInstructions, usageTerms, place } = asset;
  const ownTerms = usageTerms === licence.terms ? undefined : usageTerms; // those of a licence are of site.yaml
  return {
    kind: "lines",
    lines: linesOf(
      headline,
      caption,
      `${credit}. ${licence.id}`,
      creator,
      source,
      copyright,
      ownTerms,
      place?.name,
      alterations,
      specialInstructions,
      alt,
      transcript,
    ),
  };
}

const pageOutline = ({ title, summary, html }: PageDocument): OutlineBlock[] =>
  withWords([
    { kind: "title", text: title },
    { kind: "stand-first", text: summary },
    { kind: "text", html },
  ]);

const linesOf = (...lines: readonly (string | undefined)[]): string[] =>
  lines.filter((line) => line !== undefined && line !== "") as string[];
