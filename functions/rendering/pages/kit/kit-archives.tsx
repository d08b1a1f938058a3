import type { Archive } from "../../../domain/documents/kit.ts";
import type { Language } from "../../../domain/language.ts";
import { fileSize } from "../../messages/file-size.ts";
import { messagesOf } from "../../messages/messages-of.ts";

/** One button for each ZIP of a kit. */
export function KitArchives({ archives, language }: { archives: readonly Archive[]; language: Language }) {
  if (archives.length === 0) return null;
  const { kit } = messagesOf(language);
  return (
    <p class="actions">
      {archives.map(({ name, download, fileCount, bytes }) => (
        <a class={name === "kit" ? "button" : "button quiet"} href={download} download>
          {kit.archives[name]} <small>{`ZIP, ${kit.files(fileCount)}, ${fileSize(bytes, language)}`}</small>
        </a>
      ))}
    </p>
  );
}
