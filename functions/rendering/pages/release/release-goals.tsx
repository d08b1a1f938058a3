import type { BlockOf } from "../../outline/block.ts";

/** The targets of the Sustainable Development Goals that a release touches. */
export function ReleaseGoals({ block: { heading, terms } }: { block: BlockOf<"terms"> }) {
  return (
    <section class="block">
      <h2>{heading}</h2>
      <dl class="pairs">
        {terms.map(({ id, title }) => (
          <>
            <dt>{id}</dt>
            <dd>{title}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}
