import type { MarkdownIt } from "markdown-it";

/**
 * Ends of hosts that are links without `https://` and `www.`. A list, since a full stop without a blank behind it
 * (`done.It`) would be a host in Italy.
 */
const HOST_ENDS = [
  "com",
  "edu",
  "eu",
  "gov",
  "info",
  "int",
  "kg",
  "kz",
  "net",
  "org",
  "ru",
  "uz",
  "қаз",
  "рф",
];
const LONGEST_ADDRESS = 2_000;

/**
 * Web and mail addresses that stand in the text become links, without the full stop or bracket behind them. What is
 * shown is what was typed.
 */
export function bareAddresses(markdown: MarkdownIt): void {
  const { linkify } = markdown;
  linkify.set({ fuzzyLink: true, fuzzyEmail: true }).tlds(HOST_ENDS);
  linkify.add("ftp:", null).add("//", null);
  linkify.add("www.", {
    validate: (text, pos, self) => {
      const rest = text.slice(pos, pos + LONGEST_ADDRESS);
      return /^[^\s./]+\.\p{L}{2}/u.test(rest) ? self.testSchemaAt(`//${rest}`, "http:", 0) - 2 : 0;
    },
    normalize: (match) => {
      match.url = `https://${match.url}`;
    },
  });
  linkify.normalize = (match) => {
    if (match.schema === "") match.url = `https://${match.url}`;
    if (match.schema === "mailto:" && !/^mailto:/i.test(match.url)) match.url = `mailto:${match.url}`;
  };
  markdown.normalizeLinkText = (text) => text;
  markdown.core.ruler.after("linkify", "address_class", ({ tokens }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? []))
      if (token.type === "link_open" && token.info === "auto") token.attrSet("class", "address");
  });
}
