/** A citation to select with one click, and the link to what it cites. */
export function Citation({
  text,
  name,
  label,
  linkLabel,
}: {
  text: string;
  name: string;
  label: string;
  linkLabel: string;
}) {
  return (
    <details class="cite">
      <summary>{label}</summary>
      <p>{text}</p>
      <a class="permalink" href={`#${name}`} aria-label={linkLabel}>
        #
      </a>
    </details>
  );
}
