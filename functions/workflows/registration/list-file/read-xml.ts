import { Parser } from "saxen";

export interface XmlHandlers {
  /** @param attributes of the element, with their prefixes */
  open?(element: string, attributes: () => Readonly<Record<string, string>>): void;
  text?(said: string): void;
  close?(element: string): void;
}

/**
 * Goes once through the XML of an office file, without a tree: the time grows with its length, whatever it holds.
 * Names of elements come without prefix. Entities that it declares are not expanded.
 *
 * @throws Error where it is not well-formed
 */
export function readXml(xml: Buffer, { open, text, close }: XmlHandlers): void {
  const parser = new Parser();
  parser.on("error", (error) => {
    throw error;
  });
  if (open) parser.on("openTag", (element, attributes) => open(withoutPrefix(element), attributes));
  if (text) parser.on("text", (said, decode) => text(decode(said)));
  if (text) parser.on("cdata", text);
  if (close) parser.on("closeTag", (element) => close(withoutPrefix(element)));
  parser.parse(xml.toString("utf8"));
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(":") + 1);
