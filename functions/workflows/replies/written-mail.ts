import type { HeaderLines } from "mailparser";

/**
 * Whether a person wrote a mail, by what programs say of theirs: absences, bounces, receipts and lists are answered by
 * nobody who does not want to talk to machines for ever (RFC 3834, section 2).
 */
export function isWritten(lines: HeaderLines, returnPath: string): boolean {
  const header = (name: string) => textOf(lines, name);
  return (
    isAddress(returnPath) &&
    isAddress(header("return-path") ?? returnPath) &&
    /^no\b/i.test(header("auto-submitted") ?? "no") && // section 5
    !/^(?:bulk|list|junk|auto_reply)\b/i.test(header("precedence") ?? "") &&
    header("list-id") === undefined &&
    !/^multipart\/report\b/i.test(header("content-type") ?? "") // RFC 6522: what became of another mail
  );
}

function textOf(lines: HeaderLines, name: string): string | undefined {
  const line = lines.find(({ key }) => key === name)?.line;
  return line?.slice(line.indexOf(":") + 1).trim();
}

const isAddress = (path: string): boolean => path.includes("@");
