import type { ShownDocument } from "../../domain/documents/at.ts";
import type { EventDocument } from "../../domain/documents/event.ts";
import type { KitDocument } from "../../domain/documents/kit.ts";
import { moment } from "../format/dates.ts";
import { plainText } from "../format/plain-text.ts";
import { releaseText } from "./release-forms.ts";

/**
 * Everything that can be read in a document, as plain text: what former versions keep and what is compared. Marks of
 * corrections and of a withdrawal are left out, since they tell of changes and are none; so is what site.yaml says for
 * many publications at once, such as telephone numbers.
 */
export function versionText(document: ShownDocument): string {
  switch (document.kind) {
    case "release":
      return releaseText({
        ...document,
        corrections: [],
        withdrawn: undefined,
        redactedAt: undefined,
        contacts: [],
        goals: [],
      });
    case "event":
      return joined([...opening(document), ...eventFacts(document), plainText(document.html)]);
    case "kit":
      return joined([...opening(document), ...assetWords(document), plainText(document.html)]);
    case "page":
      return joined([...opening(document), plainText(document.html)]);
  }
}

const opening = ({ title, summary }: { title: string; summary: string }): string[] => [title, summary];

function eventFacts({ start, end, zone, language, city, venue, status, sessions, places }: EventDocument) {
  const time = (at: string) => moment(at, zone, language);
  return [
    [time(start), time(end), [city, venue?.name, venue?.address].filter(Boolean).join(", "), status].join(
      "\n",
    ),
    ...sessions.map((session) =>
      [
        `${session.title}: ${time(session.start)} – ${time(session.end)}`,
        session.description ?? "",
        session.speakers.map(({ name, role }) => [name, role].filter(Boolean).join(", ")).join("; "),
      ]
        .filter(Boolean)
        .join("\n"),
    ),
    ...places.map(({ title, note, capacity }) => [`${title}: ${capacity}`, note].filter(Boolean).join("\n")),
  ];
}

function assetWords({ assets }: KitDocument): string[] {
  return assets.map(({ headline, caption, credit, licence, alt, transcript }) =>
    [headline, caption, `${credit}. ${licence.id}`, alt, transcript].filter(Boolean).join("\n"),
  );
}

function joined(blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}
