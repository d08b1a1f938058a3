import type { Withdrawal } from "../../../domain/documents/parts.ts";
import type { PublicationKind } from "../../../domain/kinds.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import type { PageContext } from "../frame/page-context.ts";
import { DayAndTime } from "./times.tsx";

interface Withdrawn {
  readonly kind: PublicationKind;
  readonly zone: string;
  readonly withdrawn?: Withdrawal | undefined;
}

/** Above everything else on a withdrawn publication: since when, why, and what not to do with it. */
export function WithdrawalMark({ document, context }: { document: Withdrawn; context: PageContext }) {
  const { kind, zone, withdrawn } = document;
  if (!withdrawn) return null;
  const { history } = messagesOf(context.language);
  return (
    <div class="withdrawn">
      <p>
        <strong>{history.withdrawn}</strong>{" "}
        <DayAndTime at={withdrawn.at} zone={zone} language={context.language} />
      </p>
      <p>{withdrawn.note}</p>
      <p>{history.withdrawnNotes[kind]}</p>
    </div>
  );
}
