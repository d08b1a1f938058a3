import { raw } from "hono/html";

/** What editors should know and readers need not. @param html safe HTML */
export function ReleaseNotes({ heading, html }: { heading: string; html: string }) {
  return (
    <section class="block">
      <h2>{heading}</h2>
      <div class="text">{raw(html)}</div>
    </section>
  );
}
