/** Short words about an entry, as many of them as hold. */
export function Tags({ words }: { words: readonly (string | undefined)[] }) {
  const shown = words.filter((word) => word !== undefined);
  if (shown.length === 0) return null;
  return (
    <p>
      {shown.map((word) => (
        <>
          <span class="tag">{word}</span>{" "}
        </>
      ))}
    </p>
  );
}
