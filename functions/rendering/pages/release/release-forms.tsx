import { formPath } from "../../../domain/addresses.ts";
import type { Language } from "../../../domain/language.ts";
import { messagesOf } from "../../messages/messages-of.ts";

/** The same release for other programs: text to paste, Markdown, JSON. */
export function ReleaseForms({ path, language }: { path: string; language: Language }) {
  const { release } = messagesOf(language);
  return (
    <section class="no-print">
      <h2>{release.forms}</h2>
      <ul class="list inline">
        <li>
          <a href={formPath(path, "txt")}>{release.plainText}</a>
        </li>
        <li>
          <a href={formPath(path, "md")}>Markdown</a>
        </li>
        <li>
          <a href={formPath(path, "json")}>JSON</a>
        </li>
      </ul>
    </section>
  );
}
