import { LANGUAGES } from "../../functions/domain/language.ts";
import { messagesOf } from "../../functions/rendering/messages/messages-of.ts";
import type { Answer } from "./answers.ts";

/** An entry of Atom that stands beside its tombstone, under the same id. */
const MARKED_ENTRY =
  /(<at:deleted-entry ref="([^"]+)"(?:(?!<\/at:deleted-entry>)[\s\S])*<\/at:deleted-entry>)\s*<entry[^>]*>\s*<id>\2<\/id>(?:(?!<\/entry>)[\s\S])*<\/entry>/g;
const NAMESPACE = ' xmlns:at="http://purl.org/atompub/tombstones/1.0"';
const GONE = LANGUAGES.map((language) => messagesOf(language).history.gone).join("|");
/** The link of what is gone, by its own address. */
const LINKS_OF_REMOVED = [
  /(<\/at:comment>)\s*<link [^>]*\/>/g,
  new RegExp(`(<title>(?:${GONE})</title>)\\s*<link>[^<]*</link>`, "g"),
  new RegExp(`("id": "[^"]*",)\\s*"url": "[^"]*",(?=\\s*"title": "(?:${GONE})")`, "g"),
];

export const isFeed = ({ address }: Answer): boolean => /\/feed\.(?:rss|atom|json)$/.test(address);

/** An Atom feed as it was when what was retired was a tombstone alone. */
export const withoutMarkedEntries = (answer: Answer): Answer => ({
  ...answer,
  body: answer.body.replaceAll(NAMESPACE, "").replace(MARKED_ENTRY, "$1"),
});

/** A feed without the links of what was retired. */
export const withoutLinksOfRemoved = (answer: Answer): Answer => ({
  ...answer,
  body: LINKS_OF_REMOVED.reduce((body, link) => body.replace(link, "$1"), answer.body),
});
