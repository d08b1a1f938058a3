import type { Language } from "../../../domain/language.ts";
import { messagesOf } from "../../messages/messages-of.ts";

/** The pages of a large kit; nothing for a kit of one page. */
export function KitPages({
  path,
  position,
  language,
}: {
  path: string;
  position: KitPosition;
  language: Language;
}) {
  if (position.pages < 2) return null;
  const { kit } = messagesOf(language);
  const numbers = Array.from({ length: position.pages }, (_, n) => n + 1);
  return (
    <nav aria-label={kit.pages}>
      <ul class="pages">
        {numbers.map((n) => (
          <li>
            <a
              href={n === 1 ? path : `${path}?page=${n}`}
              aria-label={kit.page(n, position.pages)}
              aria-current={n === position.page ? "page" : undefined}
            >
              {n}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Which page of a kit it is, from 1, of how many. */
export interface KitPosition {
  readonly page: number;
  readonly pages: number;
}
