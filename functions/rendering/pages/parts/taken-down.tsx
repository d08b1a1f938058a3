import type { TakenDown } from "../../../domain/documents/kit.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import type { PageContext } from "../frame/page-context.ts";
import { Day } from "./times.tsx";

/** Asks those who hold a copy of what was taken down to delete it. It tells the id and the day, and nothing else. */
export function TakenDownNotice({
  takenDown,
  zone,
  context: { language },
}: {
  takenDown: readonly TakenDown[];
  zone: string;
  context: PageContext;
}) {
  if (takenDown.length === 0) return null;
  const { kit } = messagesOf(language);
  return (
    <aside class="note stop">
      <p>
        <strong>{kit.takenDown(takenDown.length)}.</strong> {kit.deleteCopies}
      </p>
      <ul class="list">
        {takenDown.map(({ id, at }) => (
          <li>
            <code>{id}</code>, <Day at={at} zone={zone} language={language} />
          </li>
        ))}
      </ul>
    </aside>
  );
}
