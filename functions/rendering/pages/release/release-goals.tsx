import type { ReleaseDocument } from "../../../domain/documents/release.ts";
import { messagesOf } from "../../messages/messages-of.ts";

/** The targets of the Sustainable Development Goals that a release touches. */
export function ReleaseGoals({ document: { goals, language } }: { document: ReleaseDocument }) {
  if (goals.length === 0) return null;
  return (
    <section class="block">
      <h2>{messagesOf(language).release.goals}</h2>
      <dl class="pairs">
        {goals.map((goal) => (
          <>
            <dt>{goal.id}</dt>
            <dd>{goal.title}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}
